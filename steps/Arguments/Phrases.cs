using Reqnroll;

namespace PropIQ.Steps.Arguments;

/// <summary>Phrases that a driver knows by heart and features quote.</summary>
[Binding]
public sealed class Phrases
{
    /// <summary>{flaw}: what is wrong with a token.</summary>
    [StepArgumentTransformation("((?:signed|not|from|for|without|of|cut) .+?)", Name = "flaw")]
    public string Flaw(string flaw) => flaw;

    /// <summary>{mistake}: one thing that is refused to somebody who was let in.</summary>
    [StepArgumentTransformation("(a blank address|a description that is too long|more than anybody can read|an analysis that is not there|an export on Free|the plan that one has|one analysis too many|the twenty-first request in a second)", Name = "mistake")]
    public string Mistake(string mistake) => mistake;

    /// <summary>{deed}: something that uses a session and succeeds.</summary>
    [StepArgumentTransformation("(a question to support|a look at the subscription)", Name = "deed")]
    public string Deed(string deed) => deed;

    /// <summary>{manner}: how a token is shown amiss.</summary>
    [StepArgumentTransformation("(without saying that it is one|as if it were a password)", Name = "manner")]
    public string Manner(string manner) => manner;

    /// <summary>{mistakes}: a request with two things wrong at once.</summary>
    [StepArgumentTransformation("(.+)", Name = "mistakes")]
    public string Mistakes(string mistakes) => mistakes;

    /// <summary>{way}: how somebody reaches for what is another's.</summary>
    [StepArgumentTransformation("((?:by|in|to) .+)", Name = "way")]
    public string Way(string way) => way;
}
