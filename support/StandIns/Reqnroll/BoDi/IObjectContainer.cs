namespace Reqnroll.BoDi;

/// <summary>Makes and keeps the objects of a run, a feature or a scenario.</summary>
public interface IObjectContainer : IDisposable
{
    /// <summary>Gives this instance to whoever asks for the type; the container disposes it only when told to.</summary>
    void RegisterInstanceAs<TInterface>(TInterface instance, string? name = null, bool dispose = false)
        where TInterface : class;

    /// <summary>The object of a type: a registered one, or one made by its longest constructor and kept.</summary>
    T Resolve<T>();

    /// <summary>The object of a type: a registered one, or one made by its longest constructor and kept.</summary>
    object Resolve(Type typeToResolve, string? name = null);

    /// <summary>Whether the type is registered here or further out.</summary>
    bool IsRegistered<T>(string? name = null);
}
