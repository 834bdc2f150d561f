using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PropIQ.Client.Reading;

namespace PropIQ.Client.Reports;

/// <summary>Takes secrets out of what people get to read: by the name of a header or member, and by their look in any text.</summary>
public static partial class Secrets
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mask = "***";

    // Made once: options are dear to make, and every body of every report needs some.
    private static readonly JsonSerializerOptions Compact = new(ContractJson.Options) { WriteIndented = false };
    private static readonly JsonSerializerOptions Indented = new(ContractJson.Options) { WriteIndented = true };

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "authorization", "proxyauthorization", "cookie", "setcookie", "jwt", "bearer", "apikey", "xapikey", "xauthtoken",
        "stripesignature", "xpropiqtestingsecret", "credentials", "passwd", "pwd", "cvc", "cardnumber",
    };

    /// <summary>True for the name of a header, member or parameter whose value is nobody's business, however it is spelt.</summary>
    public static bool IsSecretName(string name)
    {
        var plain = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return Names.Contains(plain)
            || plain.Contains("password", StringComparison.OrdinalIgnoreCase)
            || plain.Contains("secret", StringComparison.OrdinalIgnoreCase)
            || plain.EndsWith("token", StringComparison.OrdinalIgnoreCase)
            || plain.EndsWith("apikey", StringComparison.OrdinalIgnoreCase)
            || plain.EndsWith("signature", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A header's value as it may be shown; the scheme of an Authorization stays.</summary>
    public static string InHeader(string name, string value)
    {
        if (!IsSecretName(name))
        {
            return InText(value);
        }

        var scheme = Scheme().Match(value);
        return scheme.Success && name.EndsWith("authorization", StringComparison.OrdinalIgnoreCase) ? $"{scheme.Value}{Mask}" : Mask;
    }

    /// <summary>A body as it may be shown, indented when it is JSON.</summary>
    public static string InBody(string body, bool indented = true)
    {
        try
        {
            if (JsonNode.Parse(body) is { } json and (JsonObject or JsonArray))
            {
                MaskMembers(json);
                return InValues(json.ToJsonString(indented ? Indented : Compact));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // Not JSON, or not JSON that can be written again: masked as text.
        }

        return InText(body);
    }

    /// <summary>A text with everything in it masked that looks like a secret.</summary>
    public static string InText(string text)
    {
        if (text.Contains('"'))
        {
            text = QuotedMember().Replace(text, member =>
                IsSecretName(member.Groups["name"].Value) ? $"{member.Groups["start"].Value}\"{Mask}\"" : member.Value);
        }

        return InValues(text);
    }

    // What is left to look for where members are masked already: of everything a report holds, most is whole JSON.
    private static string InValues(string text)
    {
        if (text.Contains('='))
        {
            text = Parameter().Replace(text, parameter =>
                IsSecretName(parameter.Groups["name"].Value) ? $"{parameter.Groups["name"].Value}={Mask}" : parameter.Value);
        }

        text = Bearer().Replace(text, $"$1 {Mask}");
        text = Signature().Replace(text, $"v1={Mask}");
        return Token().Replace(text, Mask);
    }

    private static void MaskMembers(JsonNode json)
    {
        switch (json)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (value is null)
                    {
                        continue;
                    }

                    if (IsSecretName(name))
                    {
                        members[name] = Mask;
                    }
                    else
                    {
                        MaskMembers(value);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items.OfType<JsonNode>())
                {
                    MaskMembers(item);
                }

                break;
        }
    }

    [GeneratedRegex(@"^\w+ (?=\S)")]
    private static partial Regex Scheme();

    /// <summary>JWTs, Stripe's keys and webhook secrets, and their like.</summary>
    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.?[A-Za-z0-9_-]*|\b(sk|rk)_(test|live)_\w+|\bwhsec_\w+|\bSG\.[\w-]{8,}\.[\w-]{8,}")]
    private static partial Regex Token();

    [GeneratedRegex(@"\b(Bearer|Basic) +(?!\*)[^\s""',;]+", RegexOptions.IgnoreCase)]
    private static partial Regex Bearer();

    [GeneratedRegex(@"\bv1=[0-9A-Fa-f]{16,}")]
    private static partial Regex Signature();

    /// <summary>A JSON member with a text in it, also in JSON that is broken or cut off.</summary>
    [GeneratedRegex("""(?<start>"(?<name>[\w-]+)"\s*:\s*)"(?:[^"\\]|\\.)*("|\z)""", RegexOptions.Singleline)]
    private static partial Regex QuotedMember();

    /// <summary>A parameter of a query, a form or a connection string.</summary>
    [GeneratedRegex(@"\b(?<name>[\w-]+)=(?<value>[^&\s;""']+)")]
    private static partial Regex Parameter();
}
