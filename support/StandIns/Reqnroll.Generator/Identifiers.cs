using System.Globalization;
using System.Text;

namespace Reqnroll.Generation;

/// <summary>Makes the names of classes, methods and parameters out of titles.</summary>
internal static class Identifiers
{
    private const string Accented =
        "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåçèéêëìíîïñòóôõöøùúûüýÿĄŁĽŚŠŞŤŹŽŻąłľśšşťźžżŔĂĹĆČĘĚĎĐŃŇŐŘŮŰŢŕăĺćčęěďđńňőřůűţ";

    private const string Plain =
        "AAAAAACEEEEIIIIDNOOOOOOUUUUYBaaaaaaceeeeiiiinoooooouuuuyyALLSSSTZZZallssstzzzRALCCEEDDNNORUUTralcceeddnnoruut";

    /// <summary>Every word begins with a capital; dots, dashes and line ends become underscores; what cannot stand in a name goes.</summary>
    public static string Pascal(string title)
    {
        var name = new StringBuilder(title.Length);
        var isAfterOther = false;
        var isAfterBreak = false;
        foreach (var character in title)
        {
            if (character is '\'' or '"')
            {
                continue;
            }

            if (character is '\n' or '.' or '-')
            {
                isAfterOther = true;
                if (!isAfterBreak)
                {
                    name.Append('_');
                }

                isAfterBreak = true;
                continue;
            }

            isAfterBreak = false;
            var category = char.GetUnicodeCategory(character);
            var isLetter = category is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter;
            if (isLetter || CanStandInName(category))
            {
                Append(name, isLetter && isAfterOther ? char.ToUpperInvariant(character) : character);
            }

            isAfterOther = !isLetter;
        }

        if (name.Length > 0)
        {
            name[0] = char.ToUpperInvariant(name[0]);
        }

        return name.Length > 0 && char.IsDigit(name[0]) ? "_" + name : name.ToString();
    }

    /// <summary>As <see cref="Pascal"/>, with a small first letter.</summary>
    public static string Camel(string title)
    {
        var name = Pascal(title);
        return name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    private static bool CanStandInName(UnicodeCategory category)
        => category is UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;

    private static void Append(StringBuilder name, char character)
    {
        var index = character < 128 ? -1 : Accented.IndexOf(character);
        _ = (character, index) switch
        {
            ('Æ', _) => name.Append("AE"),
            ('æ', _) => name.Append("ae"),
            (_, >= 0) => name.Append(Plain[index]),
            _ => name.Append(character),
        };
    }
}
