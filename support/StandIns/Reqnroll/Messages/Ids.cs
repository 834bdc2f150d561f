using System.Globalization;
using Gherkin.CucumberMessages;

namespace Reqnroll.Messages;

/// <summary>Numbers everything in a file of messages.</summary>
internal sealed class Ids : IIdGenerator
{
    private long last;

    public string GetNewId() => Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
}
