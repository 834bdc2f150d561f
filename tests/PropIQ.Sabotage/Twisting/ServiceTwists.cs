using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.Sabotage.Reach;

namespace PropIQ.Sabotage.Twisting;

/// <summary>Replaces decisions of a host that has registered its own. What is not registered cannot be replaced: that is an error, never nothing.</summary>
public static class ServiceTwists
{
    /// <summary>Replaces one method of a service; <paramref name="instead"/> is given the real service and answers a lambda with the method's parameters.</summary>
    /// <exception cref="SabotageException">There is no such service or method, or the lambda has another form.</exception>
    public static IServiceCollection Twist<TService>(this IServiceCollection services, string method, Func<TService, Delegate> instead)
        where TService : class => services.Twist<TService>(method, (real, _) => instead(real));

    /// <summary>The same for a method that cannot do without other services of the host.</summary>
    /// <exception cref="SabotageException">There is no such service or method, or the lambda has another form.</exception>
    public static IServiceCollection Twist<TService>(this IServiceCollection services, string method, Func<TService, IServiceProvider, Delegate> instead)
        where TService : class => services.Wrap<TService>((real, provider) => Twisted(real, method, instead(real, provider)), method);

    /// <summary>The same for one that does something else only where the real method fails, and must do nothing else anywhere.</summary>
    /// <exception cref="SabotageException">There is no such service or method, or the lambda has another form.</exception>
    public static IServiceCollection TwistFailures<TService>(this IServiceCollection services, string method, Func<TService, IServiceProvider, Delegate> instead)
        where TService : class => services is Casing casing ? casing.Note(Seam.FailingIn(typeof(TService), method)) : services.Twist(method, instead);

    /// <summary>The same for one of several implementations that are registered side by side.</summary>
    /// <exception cref="SabotageException">There is no such service or method, or the lambda has another form.</exception>
    public static IServiceCollection TwistOnly<TService, TImplementation>(this IServiceCollection services, string method, Func<TService, Delegate> instead)
        where TService : class
        where TImplementation : TService => services.Wrap<TService>(
            (real, _) => real is TImplementation ? Twisted(real, method, instead(real)) : real,
            method,
            descriptor => descriptor.ImplementationType is null || descriptor.ImplementationType == typeof(TImplementation));

    /// <summary>Puts something else in front of a service, where one lambda is not enough.</summary>
    /// <exception cref="SabotageException">The service is not registered.</exception>
    public static IServiceCollection Wrap<TService>(this IServiceCollection services, Func<TService, IServiceProvider, TService> wrap)
        where TService : class => services.Wrap(wrap, null);

    private static IServiceCollection Wrap<TService>(
        this IServiceCollection services, Func<TService, IServiceProvider, TService> wrap, string? method, Func<ServiceDescriptor, bool>? which = null)
        where TService : class
    {
        if (services is Casing casing)
        {
            return casing.Note(typeof(TService), method, (real, provider) => wrap((TService)real, provider));
        }

        var found = Enumerable.Range(0, services.Count)
            .Where(at => services[at].ServiceType == typeof(TService) && !services[at].IsKeyedService && which?.Invoke(services[at]) != false)
            .ToList();
        if (found.Count == 0)
        {
            throw new SabotageException($"{typeof(TService).Name} is not registered in the reference API (any more): there is nothing to replace.");
        }

        foreach (var at in found)
        {
            var original = services[at];
            services[at] = ServiceDescriptor.Describe(typeof(TService), provider => wrap((TService)Original(original, provider), provider), original.Lifetime);
        }

        return services;
    }

    private static object Original(ServiceDescriptor descriptor, IServiceProvider provider) =>
        descriptor.ImplementationInstance
        ?? descriptor.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, descriptor.ImplementationType!);

    private static TService Twisted<TService>(TService real, string name, Delegate instead)
        where TService : class
    {
        var form = instead.GetType().GetMethod("Invoke")!;
        var method = typeof(TService).GetInterfaces().Prepend(typeof(TService))
            .SelectMany(type => type.GetMethods())
            .FirstOrDefault(each => (each.Name == name || each.Name == "get_" + name) && HasForm(each, form));
        return method is null
            ? throw new SabotageException($"{typeof(TService).Name} has no {name}({string.Join(", ", TypesOf(form).Select(type => type.Name))}) (any more).")
            : TwistProxy.Around(real, method, instead);
    }

    private static bool HasForm(MethodInfo method, MethodInfo form) =>
        TypesOf(method).SequenceEqual(TypesOf(form)) && method.ReturnType.IsAssignableFrom(form.ReturnType);

    private static IEnumerable<Type> TypesOf(MethodInfo method) => method.GetParameters().Select(parameter => parameter.ParameterType);
}
