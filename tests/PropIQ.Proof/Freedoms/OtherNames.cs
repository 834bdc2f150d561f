using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using PropIQ.Sandbox.Hosts;

namespace PropIQ.Proof.Freedoms;

/// <summary>Has a host call something by another name to the outside: what goes out is renamed, what comes in is named back.</summary>
/// <param name="member">Matches a member with the value in a group <c>value</c>.</param>
/// <param name="rename">The other name.</param>
/// <param name="asNumbers">Whether the other names are digits that JSON is to hold as numbers.</param>
internal sealed class OtherNames(Regex member, Func<string, string> rename, bool asNumbers = false)
{
    private const int Longest = 64 * 1024;
    private readonly ConcurrentDictionary<string, string> outside = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> inside = new(StringComparer.Ordinal);

    /// <summary>The tweaks.</summary>
    public HostTweaks Tweaks => AnswerRewriting.Around(BackAsync).Then(AnswerRewriting.Bodies((body, _) => Out(body)));

    /// <summary>Names that members of these names hold.</summary>
    public static OtherNames Of(Func<string, string> rename, params string[] members) =>
        new(Holding(members), rename);

    /// <summary>Numbers, starting with <paramref name="first"/>, for the texts that members of these names hold.</summary>
    public static OtherNames Numbers(long first, params string[] members) =>
        new(Holding(members), _ => Interlocked.Increment(ref first).ToString(CultureInfo.InvariantCulture), asNumbers: true);

    private static Regex Holding(string[] members) => new($"\"({string.Join('|', members)})\":\"(?<value>[^\"]+)\"", RegexOptions.CultureInvariant);

    private string Out(string body)
    {
        foreach (Match found in member.Matches(body))
        {
            var value = found.Groups["value"].Value;
            inside[outside.GetOrAdd(value, rename)] = value;
        }

        // In a file that was exported, too.
        var renamed = Word().Replace(body, word => outside.GetValueOrDefault(word.Value, word.Value));
        return asNumbers ? Words.Quoted().Replace(renamed, word => inside.ContainsKey(word.Groups["name"].Value) ? word.Groups["name"].Value : word.Value) : renamed;
    }

    private async Task BackAsync(HttpContext context, RequestDelegate next)
    {
        context.Request.Path = new PathString(Back(context.Request.Path.Value!));
        if (context.Request.ContentLength is > 0 and < Longest && context.Request.Path != "/stripe/webhook")
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
            var body = Encoding.Latin1.GetBytes(Back(AsText(await reader.ReadToEndAsync(context.RequestAborted))));
            context.Request.Body = new MemoryStream(body);
            context.Request.ContentLength = body.Length;
        }

        await next(context);
    }

    private string Back(string text) => Word().Replace(text, word => inside.GetValueOrDefault(word.Value, word.Value));

    private string AsText(string body) =>
        asNumbers ? Words.Number().Replace(body, number => inside.ContainsKey(number.Value) ? $"\"{number.Value}\"" : number.Value) : body;

    private static Regex Word() => Words.Instance();
}

/// <summary>What a name is made of.</summary>
internal static partial class Words
{
    /// <summary>A run of characters as names have them.</summary>
    [GeneratedRegex("[A-Za-z0-9_.+=-]{8,}", RegexOptions.CultureInvariant)]
    public static partial Regex Instance();

    /// <summary>Digits alone in a text.</summary>
    [GeneratedRegex("\"(?<name>[0-9]{8,})\"", RegexOptions.CultureInvariant)]
    public static partial Regex Quoted();

    /// <summary>A whole number outside of texts.</summary>
    [GeneratedRegex("(?<=[:,\\[\\s])[0-9]{8,}(?=[,}\\]\\s])", RegexOptions.CultureInvariant)]
    public static partial Regex Number();
}
