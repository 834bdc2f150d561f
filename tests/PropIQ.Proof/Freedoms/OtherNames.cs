using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using PropIQ.Sandbox.Hosts;

namespace PropIQ.Proof.Freedoms;

/// <summary>Has a host call something by another name to the outside: what goes out is renamed, what comes in is named back.</summary>
/// <param name="member">Matches a member with the value in a group <c>value</c>.</param>
/// <param name="rename">The other name.</param>
internal sealed class OtherNames(Regex member, Func<string, string> rename)
{
    private const int Longest = 64 * 1024;
    private readonly ConcurrentDictionary<string, string> outside = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> inside = new(StringComparer.Ordinal);

    /// <summary>The tweaks.</summary>
    public HostTweaks Tweaks => AnswerRewriting.Around(BackAsync).Then(AnswerRewriting.Bodies((body, _) => Out(body)));

    /// <summary>Names that members of these names hold.</summary>
    public static OtherNames Of(Func<string, string> rename, params string[] members) =>
        new(new Regex($"\"({string.Join('|', members)})\":\"(?<value>[^\"]+)\"", RegexOptions.CultureInvariant), rename);

    private string Out(string body)
    {
        foreach (Match found in member.Matches(body))
        {
            var value = found.Groups["value"].Value;
            inside[outside.GetOrAdd(value, rename)] = value;
        }

        // In a file that was exported, too.
        return Word().Replace(body, word => outside.GetValueOrDefault(word.Value, word.Value));
    }

    private async Task BackAsync(HttpContext context, RequestDelegate next)
    {
        context.Request.Path = new PathString(Back(context.Request.Path.Value!));
        if (context.Request.ContentLength is > 0 and < Longest && context.Request.Path != "/stripe/webhook")
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
            var body = Encoding.Latin1.GetBytes(Back(await reader.ReadToEndAsync(context.RequestAborted)));
            context.Request.Body = new MemoryStream(body);
            context.Request.ContentLength = body.Length;
        }

        await next(context);
    }

    private string Back(string text) => Word().Replace(text, word => inside.GetValueOrDefault(word.Value, word.Value));

    private static Regex Word() => Words.Instance();
}

/// <summary>What a name is made of.</summary>
internal static partial class Words
{
    /// <summary>A run of characters as names have them.</summary>
    [GeneratedRegex("[A-Za-z0-9_.+=-]{8,}", RegexOptions.CultureInvariant)]
    public static partial Regex Instance();
}
