using Reqnroll.Bindings;

namespace Reqnroll;

/// <summary>An error of the library.</summary>
public class ReqnrollException : Exception
{
    /// <summary>With a message.</summary>
    public ReqnrollException(string message) : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    public ReqnrollException(string message, Exception? inner) : base(message, inner)
    {
    }
}

/// <summary>A binding cannot be used: its method, its expression or its parameters are wrong.</summary>
public class BindingException : ReqnrollException
{
    /// <summary>With a message.</summary>
    public BindingException(string message) : base(message)
    {
    }
}

/// <summary>Several step definitions match one step.</summary>
public class AmbiguousBindingException : BindingException
{
    /// <summary>With a message that names them.</summary>
    public AmbiguousBindingException(string message) : base(message)
    {
    }

    internal AmbiguousBindingException(string message, IReadOnlyList<TextMatch> matches) : base(message) => Matches = matches;

    internal IReadOnlyList<TextMatch> Matches { get; } = [];
}

/// <summary>A step has no definition.</summary>
public class MissingStepDefinitionException : ReqnrollException
{
    internal const string What = "No matching step definition found for one or more steps.";

    internal MissingStepDefinitionException(string message) : base(message)
    {
    }
}

/// <summary>Thrown by a step definition that is not written yet.</summary>
public class PendingStepException(string message) : ReqnrollException(message)
{
    /// <summary>With the usual message.</summary>
    public PendingStepException() : this("The step definition is not implemented.")
    {
    }
}
