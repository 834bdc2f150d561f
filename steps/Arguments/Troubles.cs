using PropIQ.Drivers.Collaborators;
using PropIQ.Drivers.Faults;
using PropIQ.Drivers.Stage;
using Reqnroll;

namespace PropIQ.Steps.Arguments;

/// <summary>Turns words for what goes wrong into what drivers understand.</summary>
[Binding]
public sealed class Troubles
{
    /// <summary>{trouble}: what the AI does wrong.</summary>
    [StepArgumentTransformation(
        "(is overloaded|breaks down|is closed for maintenance|refuses the question|does not know PropIQ|has moved away|is out of its gateway's reach|answers far too late|hangs up|stops in the middle|talks nonsense|talks around its answer|answers with a web page|forgets the score|gives 101 points|gives 1 point less than none)",
        Name = "trouble")]
    public AiTrouble Trouble(string name) => AiTrouble.Named(name);

    /// <summary>{rejects}: how Slack, the mailer or Weights &amp; Biases turns messages away.</summary>
    [StepArgumentTransformation("(refuses|puts off|forbids)", Name = "rejects")]
    public Rejection Rejects(string how) => Rejection.Named(how);

    /// <summary>{condition}: how something is that a PropIQ depends on.</summary>
    [StepArgumentTransformation("(is gone|hangs)", Name = "condition")]
    public Condition Condition(string name) => name == "hangs" ? Drivers.Stage.Condition.Hanging : Drivers.Stage.Condition.Gone;

    /// <summary>{surrounding}: something that a PropIQ depends on.</summary>
    [StepArgumentTransformation("(database|AI)", Name = "surrounding")]
    public Surrounding Surrounding(string name) => name == "AI" ? Drivers.Stage.Surrounding.OpenAi : Drivers.Stage.Surrounding.Database;
}
