using System.Reflection;

namespace PropIQ.Steps.Hooks.Hollow;

/// <summary>A collaborator's director that hands everything on, but for the time of a hollow run knows of nothing: no messages, no calls, no customer.</summary>
public class HollowControl : DispatchProxy
{
    private static readonly MethodInfo EmptyList = typeof(HollowControl).GetMethod(nameof(NothingListed), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo NoAnswer = typeof(HollowControl).GetMethod(nameof(NothingKnown), BindingFlags.NonPublic | BindingFlags.Static)!;
    private object real = null!;
    private Hollowing hollowing = null!;

    /// <summary>Puts one before a director; null where there is none.</summary>
    internal static T? Around<T>(T? real, Hollowing hollowing)
        where T : class
    {
        if (real is null)
        {
            return null;
        }

        var proxy = Create<T, HollowControl>();
        ((HollowControl)(object)proxy).real = real;
        ((HollowControl)(object)proxy).hollowing = hollowing;
        return proxy;
    }

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var told = targetMethod!.ReturnType.IsGenericType ? targetMethod.ReturnType.GenericTypeArguments[0] : null;
        return !hollowing.IsOn || told is null || !IsLook(targetMethod) ? targetMethod.Invoke(real, BindingFlags.DoNotWrapExceptions, null, args, null)
            : told.IsGenericType && told.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? EmptyList.MakeGenericMethod(told.GenericTypeArguments[0]).Invoke(null, null)
            : NoAnswer.MakeGenericMethod(told).Invoke(null, null);
    }

    // What only looks takes nothing but whose things to look at.
    private static bool IsLook(MethodInfo method) => method.GetParameters() is [{ ParameterType: var whose }, _] && whose == typeof(string);

    private static Task<IReadOnlyList<T>> NothingListed<T>() => Task.FromResult<IReadOnlyList<T>>([]);

    private static Task<T?> NothingKnown<T>() => Task.FromResult<T?>(default);
}
