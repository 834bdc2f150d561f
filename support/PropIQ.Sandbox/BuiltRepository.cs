namespace PropIQ.Sandbox;

/// <summary>
/// The repository that this program was built in, found from where it was built to:
/// <c>artifacts/&lt;flavour&gt;/bin/&lt;project&gt;/&lt;configuration&gt;/</c>.
/// </summary>
internal sealed record BuiltRepository(string Root, string Flavour, string Programs, string Configuration)
{
    /// <summary>The build switch that makes the same flavour again.</summary>
    public string FlavourSwitch => $"-p:UseStandIns={(Flavour == "real-packages" ? "false" : "true")}";

    /// <summary>The repository; null when this program was taken out of it.</summary>
    public static BuiltRepository? Find()
    {
        var here = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return here.Parent?.Parent is { Parent: { Parent.Parent: { } root } flavour } programs && File.Exists(Path.Combine(root.FullName, "PropIQ.Acceptance.sln"))
            ? new BuiltRepository(root.FullName, flavour.Name, programs.FullName, here.Name)
            : null;
    }
}
