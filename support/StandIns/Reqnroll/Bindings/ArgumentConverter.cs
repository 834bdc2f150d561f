using System.ComponentModel;
using System.Globalization;

namespace Reqnroll.Bindings;

/// <summary>Turns what a step has into what its definition takes: by own transformations first, then by the type's own rules.</summary>
internal sealed class ArgumentConverter(BindingRegistry registry)
{
    public bool CanConvert(object value, Type target, CultureInfo culture)
        => target.IsInstanceOfType(value)
           || Transform(value, target) is not null
           || (value is string text && CanConvert(text, target, culture));

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

        return value is string text
            ? Convert(text, target, culture)
            : throw new InvalidCastException($"A table cannot become the parameter's type {target}: take DataTable, or add a [StepArgumentTransformation].");
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

    private static bool CanConvert(string text, Type target, CultureInfo culture)
    {
        try
        {
            Convert(text, target, culture);
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

        // The usual cases need no converter; what does not fit goes on to it, for it knows more forms.
        if (target == typeof(int) && int.TryParse(text, NumberStyles.Integer, culture, out var whole))
        {
            return whole;
        }

        if (target == typeof(decimal) && decimal.TryParse(text, NumberStyles.Number | NumberStyles.AllowExponent, culture, out var number))
        {
            return number;
        }

        if (target == typeof(double) || target == typeof(float))
        {
            var real = double.Parse(text, NumberStyles.Float | NumberStyles.AllowThousands, culture);
            return target == typeof(double) ? real : (float)real;
        }

        var converter = TypeDescriptor.GetConverter(target);
        if (converter.CanConvertFrom(typeof(string)))
        {
            try
            {
                return converter.ConvertFromString(null, culture, text);
            }
            catch (Exception error) when (error is FormatException or ArgumentException)
            {
                // The plain conversion below says it better.
            }
        }

        return System.Convert.ChangeType(text, target, culture);
    }
}
