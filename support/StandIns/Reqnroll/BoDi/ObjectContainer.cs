using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Reqnroll.BoDi;

/// <summary>
/// What is registered further out is taken from there; anything else is made here by its longest constructor, kept,
/// and disposed with the container.
/// </summary>
internal sealed class ObjectContainer : IObjectContainer
{
    private readonly Lock gate = new();
    private readonly ObjectContainer? outer;
    private readonly Dictionary<(Type Type, string? Name), object?> kept = [];
    private readonly HashSet<(Type Type, string? Name)> handedOut = [];
    private readonly List<IDisposable> disposables = [];
    private bool disposed;

    public ObjectContainer(ObjectContainer? outer = null)
    {
        this.outer = outer;
        kept[(typeof(IObjectContainer), null)] = this;
    }

    public void RegisterInstanceAs<TInterface>(TInterface instance, string? name = null, bool dispose = false)
        where TInterface : class
    {
        ArgumentNullException.ThrowIfNull(instance);
        lock (gate)
        {
            ThrowIfDisposed();
            if (handedOut.Contains((typeof(TInterface), name)))
            {
                throw new ObjectContainerException($"An object has already been resolved for the interface \"{typeof(TInterface)}\".");
            }

            kept[(typeof(TInterface), name)] = instance;
            kept.TryAdd((instance.GetType(), name), instance);
            if (dispose && instance is IDisposable disposable)
            {
                disposables.Add(disposable);
            }
        }
    }

    public T Resolve<T>() => (T)Resolve(typeof(T));

    public object Resolve(Type typeToResolve, string? name = null) => Resolve(typeToResolve, name, []);

    public bool IsRegistered<T>(string? name = null)
    {
        for (var container = this; container is not null; container = container.outer)
        {
            lock (container.gate)
            {
                if (container.kept.ContainsKey((typeof(T), name)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (disposed)
            {
                return;
            }

            disposed = true;
        }

        foreach (var disposable in disposables)
        {
            disposable.Dispose();
        }

        kept.Clear();
    }

    private object Resolve(Type type, string? name, Stack<Type> path)
    {
        for (var container = this; container is not null; container = container.outer)
        {
            if (container.TryGet(type, name) is { } found)
            {
                return found;
            }
        }

        lock (gate)
        {
            return kept.GetValueOrDefault((type, name)) ?? Keep(type, name, path);
        }
    }

    private object? TryGet(Type type, string? name)
    {
        lock (gate)
        {
            ThrowIfDisposed();
            var found = kept.GetValueOrDefault((type, name));
            if (found is not null)
            {
                handedOut.Add((type, name));
            }

            return found;
        }
    }

    private object Keep(Type type, string? name, Stack<Type> path)
    {
        if (type.IsValueType || type == typeof(string))
        {
            throw new ObjectContainerException($"Primitive types or structs cannot be resolved: {type.FullName}{Trail(path)}");
        }

        if (type.IsInterface || type.IsAbstract)
        {
            throw new ObjectContainerException($"Interface cannot be resolved: {type.FullName}{Trail(path)}");
        }

        if (path.Contains(type))
        {
            throw new ObjectContainerException($"Circular dependency found! {type.FullName}{Trail(path)}");
        }

        path.Push(type);
        var made = Construct(type, path);
        path.Pop();

        kept[(type, name)] = made;
        handedOut.Add((type, name));
        if (made is IDisposable disposable)
        {
            disposables.Add(disposable);
        }

        return made;
    }

    private object Construct(Type type, Stack<Type> path)
    {
        var constructors = type.GetConstructors();
        if (constructors.Length == 0)
        {
            constructors = type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance);
        }

        var longest = constructors.GroupBy(c => c.GetParameters().Length).MaxBy(g => g.Key)!.ToArray();
        if (longest.Length > 1)
        {
            throw new ObjectContainerException(
                $"Multiple public constructors with same maximum parameter count are not supported! {type.FullName}{Trail(path)}");
        }

        var parameters = longest[0].GetParameters();
        var arguments = new object[parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Resolve(parameters[i].ParameterType, null, path);
        }

        try
        {
            return longest[0].Invoke(arguments);
        }
        catch (TargetInvocationException error) when (error.InnerException is not null)
        {
            // The constructor's own error says more than the reflection's.
            ExceptionDispatchInfo.Throw(error.InnerException);
            throw;
        }
    }

    private void ThrowIfDisposed()
    {
        if (disposed)
        {
            throw new ObjectContainerException("Object container disposed");
        }
    }

    private static string Trail(Stack<Type> path)
        => path.Count == 0 ? "" : $" (resolution path: {string.Join(" -> ", path.Reverse().Select(t => t.FullName))})";
}
