using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Reach;

/// <summary>A service that does what the real one does, and tells which of its methods was called.</summary>
public class Listener : DispatchProxy
{
    private static readonly MethodInfo Generic = typeof(Listener).GetMethod(nameof(PutBeforeAll), BindingFlags.NonPublic | BindingFlags.Static)!;
    private object real = null!;
    private Action<string> heard = null!;

    /// <summary>Whether a service can be listened to: a proxy takes no spans.</summary>
    internal static bool CanHear(Type service) =>
        !service.GetMethods().SelectMany(method => method.GetParameters()).Any(parameter => parameter.ParameterType.IsByRefLike);

    /// <summary>Puts listeners before all registrations of a service.</summary>
    internal static void Put(IServiceCollection services, Type service, Action<string> heard) => Generic.MakeGenericMethod(service).Invoke(null, [services, heard]);

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        heard(targetMethod!.Name);
        return targetMethod.Invoke(real, BindingFlags.DoNotWrapExceptions, null, args, null);
    }

    private static void PutBeforeAll<TService>(IServiceCollection services, Action<string> heard)
        where TService : class => services.Wrap<TService>((real, _) =>
        {
            var service = Create<TService, Listener>();
            var listener = (Listener)(object)service;
            (listener.real, listener.heard) = (real, heard);
            return service;
        });
}
