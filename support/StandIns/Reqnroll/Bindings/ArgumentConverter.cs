using System.ComponentModel;
using System.Globalization;

namespace Reqnroll.Bindings;

/// <summary>Turns what a step has into what its definition takes: by own transformations first, then by the type's own rules.</summary>
internal sealed class ArgumentConverter(BindingRegistry registry)
{
    public bool CanConvert(object value, Type target, CultureInfo culture)
        => target.IsInstanceOfType(value) || Transform(value, target) is not null || TryConvert(value, target, culture, out _);

    public async ValueTask<object?> ConvertAsync(
        object value,
        Type target,
        CultureInfo culture,
        Func<BoundMethod, object?[], ValueTask<object?>> call,
        Transformation? without = null)
    {
        var transformation = Transform(value, target);
        if (transformation is not null && transformation != without)
        {
            var arguments = await ArgumentsAsync(transformation, value, culture, call);
            return await call(transformation.Method, arguments);
        }

        if (target.IsInstanceOfType(value))
        {
            return value;
        }

        return TryConvert(value, target, culture, out var converted)
            ? converted
            : throw new BindingException($"The argument '{value}' is no {target.Name} (by the culture {culture.Name}).");
    }

    private async ValueTask<object?[]> ArgumentsAsync(
        Transformation transformation,
        object value,
        CultureInfo culture,
        Func<BoundMethod, object?[], ValueTask<object?>> call)
    {
        var parameters = transformation.Method.Parameters;
        object[] parts = transformation.Regex is not null && value is string text
            ? [.. transformation.Regex.Match(text).Groups.Values.Skip(1).Select(g => g.Value)]
            : [value];
        if (parts.Length != parameters.Length)
        {
            throw new BindingException(
                $"Parameter count mismatch! The binding method '{transformation.Method}' should have {parts.Length} parameters, "
                + "one for each capturing group of its regular expression");
        }

        var arguments = new object?[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            arguments[i] = await ConvertAsync(parts[i], parameters[i], culture, call, transformation);
        }

        return arguments;
    }

    private Transformation? Transform(object value, Type target)
    {
        foreach (var transformation in registry.Transformations)
        {
            if (transformation.Fits(value, target))
            {
                return transformation;
            }
        }

        return null;
    }

    private static bool TryConvert(object value, Type target, CultureInfo culture, out object? converted)
    {
        converted = null;
        if (value is not string text)
        {
            return false;
        }

        if (target == typeof(int))
        {
            var isWhole = int.TryParse(text, NumberStyles.Integer, culture, out var whole);
            converted = whole;
            return isWhole;
        }

        if (target == typeof(decimal))
        {
            var isNumber = decimal.TryParse(text, NumberStyles.Number | NumberStyles.AllowExponent, culture, out var number);
            converted = number;
            return isNumber;
        }

        try
        {
            converted = Convert(text, target, culture);
            return true;
        }
        catch (Exception error) when (error is FormatException or InvalidCastException or ArgumentException or OverflowException)
        {
            return false;
        }
    }

    private static object? Convert(string text, Type target, CultureInfo culture)
    {
        if (target.IsEnum)
        {
            return Enum.Parse(target, text.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true);
        }

        if (target == typeof(double) || target == typeof(float))
        {
            var number = double.Parse(text, NumberStyles.Float | NumberStyles.AllowThousands, culture);
            return target == typeof(double) ? number : (float)number;
        }

        var converter = TypeDescriptor.GetConverter(target);
        return converter.CanConvertFrom(typeof(string))
            ? converter.ConvertFromString(null, culture, text)
            : System.Convert.ChangeType(text, target, culture);
    }
}
