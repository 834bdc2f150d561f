using System.Text.RegularExpressions;
using PropIQ.Targets.Yaml;

namespace PropIQ.Targets.Reading;

/// <summary>
/// Reads which variables of the environment hold secrets, and takes these from there. On this machine they have usual names;
/// a secret for a PropIQ elsewhere is used only if the file names its variable, since what lies around in an environment is
/// likely another one's.
/// </summary>
internal static partial class SecretsReader
{
    public static Target Read(Section top, Target target, Func<string, string?> variable)
    {
        var section = top.Under("secrets");
        string? Secret(string key, string usual) => variable(Named(section, key) ?? (target.IsHere ? usual : "")) is { Length: > 0 } value ? value : null;
        var secrets = new TargetSecrets
        {
            Testing = Secret("testing", TargetChoice.TestingVariable),
            Webhook = Secret("webhook", TargetChoice.WebhookVariable),
            Token = Secret("token", TargetChoice.TokenVariable),
            Director = Secret("director", TargetChoice.DirectorSecretVariable),
        };
        if (!target.IsHere && section?.Has("testing") == true)
        {
            section.Error("testing", "a PropIQ has its testing interface on loopback only (contract, section 10), so it cannot be used there.");
        }

        section?.Done(Severity.Error);
        return target with { Secrets = secrets, Director = Director(top, target, variable) };
    }

    private static Uri? Director(Section top, Target target, Func<string, string?> variable)
    {
        var url = top.Text("director");
        if (url is not null && TargetChoice.Complaint(url) is { } complaint)
        {
            top.Error("director", complaint);
            return null;
        }

        url ??= target.IsHere ? variable(TargetChoice.DirectorVariable) : null;
        return url is { Length: > 0 } ? TargetChoice.Url(url, TargetChoice.DirectorVariable) : null;
    }

    // What is no name may be a secret: it is not repeated.
    private static string? Named(Section? section, string key)
    {
        if (section?.Text(key) is not { } name || VariableName().IsMatch(name))
        {
            return section?.Text(key);
        }

        section.Error(key, "the name of an environment variable is expected (like PROPIQ_TESTING_SECRET), never the secret itself. If this was one, replace it: it has been in a file.");
        return "";
    }

    [GeneratedRegex("^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$")]
    private static partial Regex VariableName();
}
