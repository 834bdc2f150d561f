using FluentAssertions;
using PropIQ.LivingDocs.Features;
using PropIQ.LivingDocs.Kills;
using PropIQ.LivingDocs.Messages;
using PropIQ.LivingDocs.Model;
using PropIQ.LivingDocs.Output;
using Xunit;

namespace PropIQ.LivingDocs.Tests.Reading;

/// <summary>Each promise shows the faults that it noticed.</summary>
public sealed class ProofTests
{
    private const string Sixth = "limits/free/the-sixth";
    private static readonly MatrixRow Late = Row("block_a_call_late", ["block"], Verdict.Killed, [new CaseProof("block", Sixth, "he is refused", "he was not")]);
    private static readonly MatrixRow Early = Row("warning_a_call_early", ["warning"], Verdict.Survived, []);
    private static readonly MatrixRow Nothing = Row("does_nothing", [], Verdict.Harmless, []);

    [Fact]
    public void A_promise_shows_what_it_noticed_and_what_not()
    {
        var model = Model("now", Matrix(Late, Early, Nothing));

        var proof = model.Promise("block").Proofs.Should().ContainSingle().Subject;
        proof.Should().BeEquivalentTo(new { Fault = "block_a_call_late", Verdict = Verdict.Killed, Step = "he is refused" });
        model.Scenarios[proof.Scenario!.Value].Name.Should().Be("The sixth");
        model.Promise("warning").Proofs.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Verdict = Verdict.Survived, Scenario = (int?)null });
        model.Promise("unicode").Proofs.Should().BeEmpty();
        model.Bite!.Summary.Should().Be("1 of 2 faults put into PropIQ on purpose turned the suite red for the right reason.");
        model.Bite.Survivors.Should().Equal("warning_a_call_early");
        MarkdownSummary.Of(model).Should().Contain("### Proof that it bites").And.Contain("- warning\\_a\\_call\\_early was not noticed");
    }

    [Fact]
    public void A_matrix_of_other_features_is_out_of_date()
    {
        Model("other", Matrix(Late)).Bite!.IsStale.Should().BeTrue();
        Model("other", Matrix(Late)).Bite!.Summary.Should().EndWith("The features have changed since: this is out of date.");
    }

    [Fact]
    public void Parts_of_a_matrix_are_put_together() =>
        Model("now", Matrix(Late) with { IsWhole = false }, Matrix(Early) with { IsWhole = false }).Bite.Should().BeEquivalentTo(new { Faults = 2, Noticed = 1, IsWhole = true });

    [Fact]
    public void Without_a_matrix_nothing_is_claimed()
    {
        Model("now").Bite.Should().BeNull();
        MarkdownSummary.Of(Model("now")).Should().NotContain("bites");
    }

    [Fact]
    public void A_matrix_is_read_as_it_was_written()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, Matrix(Late, Nothing).ToJson());

        KillMatrix.Read(file).Should().BeEquivalentTo(Matrix(Late, Nothing));

        File.Delete(file);
    }

    [Fact]
    public void The_features_revision_follows_their_text_and_not_their_line_ends()
    {
        using var one = new FeaturesOnDisk(("a.feature", "Feature: A\n"));
        using var other = new FeaturesOnDisk(("a.feature", "Feature: A\r\n"));
        using var changed = new FeaturesOnDisk(("a.feature", "Feature: B\n"));

        KillMatrix.RevisionOf(one.Path).Should().Be(KillMatrix.RevisionOf(other.Path)).And.NotBe(KillMatrix.RevisionOf(changed.Path));
    }

    private static MatrixRow Row(string id, string[] cases, string verdict, CaseProof[] proofs) =>
        new(id, "Something is wrong.", "allowance", cases, ["3.5"], verdict, null, 1.5, "K", proofs, [], []);

    private static KillMatrix Matrix(params MatrixRow[] rows) =>
        new(DateTimeOffset.UnixEpoch, "targeted", "now", "4711", 12, true, [new MatrixScenario(Sixth, "The sixth", ["block"])], rows);

    private static PageModel Model(string revision, params KillMatrix[] kills)
    {
        using var folder = Sample.OnDisk();
        var log = RunWriter.Read(Pages.Run(_ => Course.Well));
        return ModelBuilder.Build(
            new Material(FeatureFolder.Read(folder.Path), [log], new Past(), DateTimeOffset.UnixEpoch) { Kills = kills, FeaturesRevision = revision }, new EvidenceStore());
    }
}
