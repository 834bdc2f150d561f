using System.Globalization;

namespace Reqnroll.Engine;

/// <summary>Lets steps and hooks run under the feature's culture, whatever the machine's is.</summary>
internal readonly struct CultureScope : IDisposable
{
    private readonly CultureInfo before;

    public CultureScope(CultureInfo culture)
    {
        before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
    }

    public void Dispose() => CultureInfo.CurrentCulture = before;
}
