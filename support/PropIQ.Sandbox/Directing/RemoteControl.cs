using System.Reflection;

namespace PropIQ.Sandbox.Directing;

/// <summary>Any of the directed interfaces, each of whose members is called in another process.</summary>
internal class RemoteControl : DispatchProxy
{
    private static readonly MethodInfo Answered = typeof(RemoteControl).GetMethod(nameof(AnsweredAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private DirectorService _service = null!;
    private DirectorConnection _connection = null!;

    public static object Of(DirectorService service, DirectorConnection connection)
    {
        var proxy = (RemoteControl)Create(service.Interface, typeof(RemoteControl));
        (proxy._service, proxy._connection) = (service, connection);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? member, object?[]? values)
    {
        var arguments = Operation.ArgumentsOf(member!).Select(parameter => (values![parameter.Position], parameter.ParameterType));
        var cancellationToken = (CancellationToken)values![^1]!;
        var path = _service.PathOf(member!);
        return Operation.ResultOf(member!) is { } result
            ? Answered.MakeGenericMethod(result).Invoke(this, BindingFlags.DoNotWrapExceptions, null, [path, arguments, cancellationToken], null)
            : _connection.CallAsync(path, arguments, cancellationToken);
    }

    private Task<T?> AnsweredAsync<T>(string path, IEnumerable<(object? Value, Type Type)> arguments, CancellationToken cancellationToken) =>
        _connection.CallAsync<T>(path, arguments, cancellationToken);
}
