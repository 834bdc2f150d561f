using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Reach;

/// <summary>A service that does what the real one does, and tells which of its methods was called and which saboteurs would have answered otherwise.</summary>
public class Listener : DispatchProxy
{
    private static readonly MethodInfo Generic = typeof(Listener).GetMethod(nameof(PutBeforeAll), BindingFlags.NonPublic | BindingFlags.Static)!;
    private const TaskContinuationOptions Failed = TaskContinuationOptions.NotOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously;
    private object real = null!;
    private (Version Version, object Service)[] versions = [];
    private Action<Seam> heard = null!;
    private Type service = null!;

    /// <summary>Whether a service can be listened to: a proxy takes no spans.</summary>
    internal static bool CanHear(Type service) =>
        !service.GetMethods().SelectMany(method => method.GetParameters()).Any(parameter => parameter.ParameterType.IsByRefLike);

    /// <summary>Puts listeners before all registrations of a service; <paramref name="versions"/> are saboteurs' own versions of it.</summary>
    internal static void Put(IServiceCollection services, Type service, IReadOnlyList<Version> versions, Action<Seam> heard) =>
        Generic.MakeGenericMethod(service).Invoke(null, [services, versions, heard]);

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var name = targetMethod!.Name.StartsWith("get_", StringComparison.Ordinal) ? targetMethod.Name[4..] : targetMethod.Name;
        var asked = versions.Where(each => each.Version.Method is null || each.Version.Method == name).ToList();
        heard(Seam.In(service, null));
        heard(Seam.In(service, name));
        object? answer;
        try
        {
            answer = Ask(real, targetMethod, args);
        }
        catch
        {
            heard(Seam.FailingIn(service, name));
            asked.ForEach(each => heard(each.Version.Seam));
            throw;
        }

        if (answer is Task task)
        {
            // For whom it was called, though it ends later.
            _ = task.ContinueWith(_ => heard(Seam.FailingIn(service, name)), CancellationToken.None, Failed, TaskScheduler.Default);
        }

        asked.FindAll(each => AnswersOtherwise(each.Service, targetMethod, args, answer)).ForEach(each => heard(each.Version.Seam));
        return answer;
    }

    private static bool AnswersOtherwise(object version, MethodInfo method, object?[]? args, object? answer)
    {
        try
        {
            return !Decisions.AreSame(Ask(version, method, args), answer);
        }
        catch
        {
            // Whatever it is, the real one did not.
            return true;
        }
    }

    private static object? Ask(object service, MethodInfo method, object?[]? args) => method.Invoke(service, BindingFlags.DoNotWrapExceptions, null, args, null);

    private static void PutBeforeAll<TService>(IServiceCollection services, IReadOnlyList<Version> versions, Action<Seam> heard)
        where TService : class => services.Wrap<TService>((real, provider) =>
        {
            var service = Create<TService, Listener>();
            var listener = (Listener)(object)service;
            (listener.real, listener.service, listener.heard) = (real, typeof(TService), heard);
            listener.versions = [.. versions.Select(version => (version, version.Instead(real, provider)))];
            return service;
        });
}
