using System.Globalization;

namespace Reqnroll;

/// <summary>Turns a table's cell into a value of a member's type, by the culture that the steps run under.</summary>
internal static class CellReader
{
    public static object? Read(string text, Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return text.Length == 0 ? null : Read(text, inner);
        }

        if (type == typeof(string))
        {
            return text;
        }

        var culture = CultureInfo.CurrentCulture;
        try
        {
            return type switch
            {
                _ when type.IsEnum => Enum.Parse(type, text.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true),
                _ when type == typeof(bool) => text is "1" || (text is not "0" && bool.Parse(text)),
                _ when type == typeof(Guid) => Guid.Parse(text),
                _ when type == typeof(TimeSpan) => TimeSpan.Parse(text, culture),
                _ when type == typeof(DateTimeOffset) => DateTimeOffset.Parse(text, culture),
                _ when type == typeof(DateOnly) => DateOnly.Parse(text, culture),
                _ when type == typeof(TimeOnly) => TimeOnly.Parse(text, culture),
                _ when type == typeof(Uri) => new Uri(text, UriKind.RelativeOrAbsolute),
                _ => Convert.ChangeType(text, type, culture),
            };
        }
        catch (Exception error) when (error is FormatException or InvalidCastException or ArgumentException or OverflowException)
        {
            throw new FormatException($"The cell '{text}' is no {type.Name}.", error);
        }
    }
}
