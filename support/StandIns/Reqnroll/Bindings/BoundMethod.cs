using System.Reflection;
using System.Runtime.CompilerServices;

namespace Reqnroll.Bindings;

/// <summary>A method of a binding class: how it is called and how messages name it.</summary>
internal sealed class BoundMethod
{
    private readonly MethodInvoker invoker;
    private readonly PropertyInfo? result;

    public BoundMethod(MethodInfo method)
    {
        Method = method;
        Type = method.ReflectedType!;
        Parameters = [.. method.GetParameters().Select(p => p.ParameterType)];
        invoker = MethodInvoker.Create(method);
        var returned = method.ReturnType;
        var isAwaitableOfResult = returned.IsGenericType && returned.GetGenericTypeDefinition() is var open
            && (open == typeof(Task<>) || open == typeof(ValueTask<>));
        Returns = isAwaitableOfResult ? returned.GetGenericArguments()[0] : returned;
        result = isAwaitableOfResult ? returned.GetProperty("Result") : null;
    }

    public MethodInfo Method { get; }

    public Type Type { get; }

    public Type[] Parameters { get; }

    /// <summary>What a caller gets, out of its Task where there is one.</summary>
    public Type Returns { get; }

    public bool IsAsyncVoid
        => Method.ReturnType == typeof(void) && Method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false);

    public async ValueTask<object?> CallAsync(object? target, object?[] arguments)
    {
        // A binding's own error is thrown as it is, without a wrapper of the reflection.
        var returned = invoker.Invoke(target, arguments.AsSpan());
        switch (returned)
        {
            case Task task:
                await task;
                break;
            case ValueTask task:
                await task;
                break;
            case not null when result is not null && Method.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>):
                var asTask = (Task)Method.ReturnType.GetMethod("AsTask")!.Invoke(returned, null)!;
                await asTask;
                return asTask.GetType().GetProperty("Result")!.GetValue(asTask);
        }

        return result is null ? returned : result.GetValue(returned);
    }

    public override string ToString()
        => $"{Type.Assembly.GetName().Name}:{Type.FullName}.{Method.Name}({string.Join(", ", Parameters.Select(p => p.Name))})";
}
