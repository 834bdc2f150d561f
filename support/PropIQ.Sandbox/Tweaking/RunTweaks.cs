using System.Reflection;
using PropIQ.Sandbox.Hosts;

namespace PropIQ.Sandbox.Tweaking;

/// <summary>
/// Tweaks for every host that this process starts, shared and own: what a run asks for with <c>PROPIQ_HOST_TWEAKS</c> when it
/// is to show how the suite takes a PropIQ that is wrong on purpose. Such a run says nothing about PropIQ.
/// </summary>
/// <param name="Name">What the tweaks are called.</param>
/// <param name="Tweaks">What they change.</param>
public sealed record RunTweaks(string Name, HostTweaks Tweaks)
{
    /// <summary>
    /// The environment variable: an assembly's path and the tweaks' name, with a semicolon between; or @ and the path of a file that
    /// says so, which is read anew by each run of a process that is kept for several.
    /// </summary>
    public const string Variable = "PROPIQ_HOST_TWEAKS";

    private const string Remedy = $"Write it as <path of an assembly>;<name of its tweaks>, or unset {Variable}.";

    /// <summary>What the environment asks for; null when it asks for nothing.</summary>
    /// <exception cref="SandboxException">It names a file that cannot be read.</exception>
    public static string? Asked => Environment.GetEnvironmentVariable(Variable) is { } text && !string.IsNullOrWhiteSpace(text) ? Said(text) : null;

    /// <summary>A sentence for whoever looks at a changed run; null for a run like any other.</summary>
    public static string? Warning =>
        Asked is null ? null : $"PropIQ is changed on purpose in this run ({Asked.Split(';')[^1].Trim()}): what fails here says nothing about PropIQ.";

    /// <summary>Loads what the environment asks for; null when it asks for nothing.</summary>
    /// <exception cref="SandboxException">It cannot be had. A run that silently went on without would pass for a real one.</exception>
    public static RunTweaks? FromEnvironment() => Asked is null ? null : Load(Asked);

    /// <summary>Loads tweaks as <see cref="Variable"/> names them.</summary>
    /// <exception cref="SandboxException">They cannot be had.</exception>
    public static RunTweaks Load(string asked)
    {
        if (asked.Split(';', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } path, { Length: > 0 } name])
        {
            throw new SandboxException($"{Variable} is \"{asked}\". {Remedy}");
        }

        return new RunTweaks(name, SourceIn(path).Find(name) ?? throw new SandboxException($"{Variable}: {Path.GetFileName(path)} has no tweaks called \"{name}\". {Remedy}"));
    }

    private static string Said(string text)
    {
        try
        {
            return text.StartsWith('@') ? File.ReadAllText(text[1..]).Trim() : text;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SandboxException($"{Variable} names a file that cannot be read ({failure.Message}). {Remedy}", failure);
        }
    }

    private static IHostTweaksSource SourceIn(string path)
    {
        try
        {
            var assembly = Assembly.LoadFrom(Path.GetFullPath(path));
            return assembly.GetCustomAttribute<HostTweaksSourceAttribute>() is { } named && Activator.CreateInstance(named.Source) is IHostTweaksSource source
                ? source
                : throw new SandboxException($"{Variable}: {path} offers no tweaks; it must name an {nameof(IHostTweaksSource)} with [{nameof(HostTweaksSourceAttribute)}].");
        }
        catch (Exception failure) when (failure is IOException or BadImageFormatException or TypeLoadException or MissingMethodException or TargetInvocationException)
        {
            throw new SandboxException($"{Variable}: {path} cannot be loaded ({failure.Message}). {Remedy}", failure);
        }
    }
}
