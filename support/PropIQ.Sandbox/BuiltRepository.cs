using System.Reflection;

namespace PropIQ.Sandbox;

/// <summary>
/// The repository that this program was built in, found from where it was built to:
/// <c>artifacts/…/bin/&lt;project&gt;/&lt;configuration&gt;/</c>.
/// </summary>
internal sealed record BuiltRepository(string Root, string Programs, string Configuration)
{
    /// <summary>The build's switch that makes more of what this program was built with, as the project file says it.</summary>
    public static string Switch { get; } =
        typeof(BuiltRepository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(each => each.Key == "BuildSwitch").Value!;

    /// <summary>The repository; null when this program was taken out of it.</summary>
    public static BuiltRepository? Find()
    {
        var here = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return here.Parent?.Parent is { Parent.Parent.Parent: { } root } programs && File.Exists(Path.Combine(root.FullName, "PropIQ.Acceptance.sln"))
            ? new BuiltRepository(root.FullName, programs.FullName, here.Name)
            : null;
    }
}
