using System.Reflection;

namespace PropIQ.Targets.Tests.Sandbox.Directing;

/// <summary>Values of any type that the directed interfaces take or give, none of them a default.</summary>
internal static class MadeUp
{
    private static readonly DateTimeOffset Moment = new(2026, 2, 28, 23, 59, 59, 123, TimeSpan.FromHours(-7));

    /// <summary>A whole value; with <paramref name="sparse"/>, whatever may be null is.</summary>
    public static object? Of(Type type, NullabilityInfo nullability, bool sparse)
    {
        if (sparse && nullability.ReadState == NullabilityState.Nullable)
        {
            return null;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => "Łódź \"1\" \\ <&> \u2028 🏠 \0",
            _ when type == typeof(int) => -4711,
            _ when type == typeof(bool) => true,
            _ when type == typeof(decimal) => 79228162514264337593.543950335m,
            _ when type == typeof(DateTimeOffset) => Moment.AddTicks(7),
            _ when type == typeof(TimeSpan) => TimeSpan.FromTicks(-123_456_789_012_345),
            _ when type == typeof(Uri) => new Uri("http://127.0.0.1:8000/api/v1/stripe/webhook?a=%20b"),
            { IsEnum: true } => Enum.GetValues(type).Cast<object>().Last(),
            _ when type.IsAssignableFrom(typeof(Dictionary<string, string>)) => new Dictionary<string, string> { ["metadata[tier]"] = "pro", [""] = "" },
            { IsGenericType: true } => ListOf(type, nullability, sparse),
            _ => Record(type, sparse),
        };
    }

    private static Array ListOf(Type type, NullabilityInfo nullability, bool sparse)
    {
        var list = Array.CreateInstance(type.GenericTypeArguments[0], 2);
        list.SetValue(Of(type.GenericTypeArguments[0], nullability.GenericTypeArguments[0], sparse), 0);
        list.SetValue(Of(type.GenericTypeArguments[0], nullability.GenericTypeArguments[0], sparse), 1);
        return list;
    }

    private static object Record(Type type, bool sparse)
    {
        var constructor = type.GetConstructors().Single(candidate => candidate.GetParameters().Length > 0);
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, new NullabilityInfoContext().Create(parameter), sparse))]);
    }
}
