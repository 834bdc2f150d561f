using System.Reflection;
using System.Text.Json;

namespace PropIQ.Sandbox.Directing;

/// <summary>One member of one interface, to be called with arguments from another process.</summary>
internal sealed class Operation(object target, MethodInfo member)
{
    private readonly Type[] _arguments = [.. ArgumentsOf(member).Select(parameter => parameter.ParameterType)];
    private readonly PropertyInfo? _result = ResultOf(member) is null ? null : member.ReturnType.GetProperty(nameof(Task<object>.Result));

    /// <summary>What is answered; null when there is nothing to answer with.</summary>
    public Type? ResultType { get; } = ResultOf(member);

    /// <summary>The parameters that travel: all but the last, which is the cancellation of the request itself.</summary>
    public static IEnumerable<ParameterInfo> ArgumentsOf(MethodInfo member) => member.GetParameters().SkipLast(1);

    /// <summary>What a member answers; null for a plain task.</summary>
    public static Type? ResultOf(MethodInfo member) => member.ReturnType.GenericTypeArguments.SingleOrDefault();

    /// <summary>Calls it with the arguments of a JSON array.</summary>
    public async Task<object?> CallAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        var task = (Task)member.Invoke(target, BindingFlags.DoNotWrapExceptions, null, [.. Read(arguments), cancellationToken], null)!;
        await task;
        return _result?.GetValue(task);
    }

    private IEnumerable<object?> Read(JsonElement arguments) =>
        arguments.ValueKind == JsonValueKind.Array && arguments.GetArrayLength() == _arguments.Length
            ? _arguments.Select((type, index) => arguments[index].Deserialize(type, DirectorJson.Options))
            : throw new JsonException($"{member.Name} takes {_arguments.Length} arguments.");
}
