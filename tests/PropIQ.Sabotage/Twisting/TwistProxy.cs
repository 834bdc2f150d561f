using System.Reflection;
using System.Runtime.ExceptionServices;

namespace PropIQ.Sabotage.Twisting;

/// <summary>A service that does one thing differently and hands everything else on. Made by <see cref="ServiceTwists"/>.</summary>
public class TwistProxy : DispatchProxy
{
    private object real = null!;
    private MethodInfo twisted = null!;
    private Delegate instead = null!;

    /// <summary>The real service with one method replaced.</summary>
    internal static TService Around<TService>(TService real, MethodInfo twisted, Delegate instead)
        where TService : class
    {
        var service = Create<TService, TwistProxy>();
        var proxy = (TwistProxy)(object)service;
        (proxy.real, proxy.twisted, proxy.instead) = (real, twisted, instead);
        return service;
    }

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        try
        {
            return targetMethod == twisted ? instead.DynamicInvoke(args) : targetMethod!.Invoke(real, args);
        }
        catch (TargetInvocationException failure) when (failure.InnerException is { } cause)
        {
            ExceptionDispatchInfo.Throw(cause);
            throw;
        }
    }
}
