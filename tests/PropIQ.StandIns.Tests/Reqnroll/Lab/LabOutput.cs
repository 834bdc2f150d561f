using System.Globalization;
using System.Text;

namespace PropIQ.StandIns.Tests.Reqnroll.Lab;

/// <summary>Keeps what a test writes.</summary>
internal sealed class LabOutput : ITestOutputHelper
{
    private readonly StringBuilder text = new();

    public string Output => text.ToString();

    public void Write(string message) => text.Append(message);

    public void Write(string format, params object[] args) => text.AppendFormat(CultureInfo.InvariantCulture, format, args);

    public void WriteLine(string message) => text.AppendLine(message);

    public void WriteLine(string format, params object[] args) => text.AppendLine(string.Format(CultureInfo.InvariantCulture, format, args));
}
