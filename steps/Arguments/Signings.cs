using System.Globalization;
using PropIQ.Mocks.Stripe;
using Reqnroll;

namespace PropIQ.Steps.Arguments;

/// <summary>Turns the ways in which news can be signed, or not, into signatures.</summary>
[Binding]
public sealed class Signings
{
    /// <summary>{signing}: unsigned, signed 301 seconds ago …</summary>
    [StepArgumentTransformation(@"(unsigned|signed with another secret|changed after it was signed|with a garbled signature|with a signature for trials|with the right signature after another|signed \d+ seconds (?:ago|ahead))", Name = "signing")]
    public Signing Signed(string how) => how switch
    {
        "unsigned" => new Signing(Forgery: Forgery.Unsigned),
        "signed with another secret" => new Signing(Forgery: Forgery.WrongSecret),
        "changed after it was signed" => new Signing(Forgery: Forgery.TamperedBody),
        "with a garbled signature" => new Signing(Forgery: Forgery.Garbled),
        "with a signature for trials" => new Signing(Forgery: Forgery.TestScheme),
        "with the right signature after another" => new Signing(Forgery: Forgery.RightSignatureLast),
        _ => new Signing(Age(how.Split(' '))),
    };

    private static TimeSpan Age(string[] words)
    {
        var age = TimeSpan.FromSeconds(int.Parse(words[1], CultureInfo.InvariantCulture));
        return words[^1] == "ago" ? age : -age;
    }
}
