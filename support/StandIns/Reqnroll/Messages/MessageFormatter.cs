using Reqnroll.Bindings;
using Reqnroll.Engine;

namespace Reqnroll.Messages;

/// <summary>Placeholder until the messages are written.</summary>
internal sealed class MessageFormatter
{
    public static IRunListener? ToFile(string path) => null;
}
