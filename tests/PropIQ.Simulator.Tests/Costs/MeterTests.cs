using PropIQ.Simulator.Costs;
using PropIQ.Simulator.Tests.Evidence;
using Xunit;

namespace PropIQ.Simulator.Tests.Costs;

public sealed class MeterTests
{
    private readonly CostMeter meter = new(Told.Prices);

    [Fact]
    public void The_chats_tokens_are_those_that_its_answers_name()
    {
        meter.Note(Told.Chatted("""{"input":40,"output":90}"""));
        meter.Note(Told.Chatted("""{"input":2,"output":3}"""));

        Assert.Equal((42L, 93L, 0), (meter.InputTokens, meter.OutputTokens, meter.Estimates));
    }

    [Theory]
    [InlineData("""{"input":"many","output":7}""")]
    [InlineData("""{"input":1.5,"output":7}""")]
    [InlineData("""{"output":7}""")]
    public void What_the_chat_names_and_is_no_number_of_tokens_is_none(string tokens)
    {
        meter.Note(Told.Chatted(tokens));

        Assert.Equal((0L, 7L), (meter.InputTokens, meter.OutputTokens));
    }

    [Fact]
    public void Half_a_count_of_an_analysis_is_none()
    {
        meter.Note(Story.Analysed(Story.Property(), made => made with { Tokens = new(400, null) }));

        Assert.Equal((500L, 1_500L, 1), (meter.InputTokens, meter.OutputTokens, meter.Estimates));
    }

    [Fact]
    public void An_analysis_that_is_read_again_was_counted_before()
    {
        meter.Note(Told.Analysed(400, 900) with { Endpoint = "/propiq/analyses/{id}" });

        Assert.Equal(0, meter.Total);
    }

    [Fact]
    public void A_refusal_counts_nothing_whatever_it_carries()
    {
        meter.Note(Told.Analysed(400, 900) with { Status = 503 });
        meter.Note(Told.Chatted("""{"input":40,"output":90}""") with { Status = 429 });

        Assert.Equal((0L, 0L, 0m), (meter.InputTokens, meter.OutputTokens, meter.Total));
    }

    [Fact]
    public void A_user_costs_tokens_and_fees_together()
    {
        meter.Note(Told.Analysed(300, 600));
        meter.Charge(100m);
        meter.Charge(50m);

        Assert.Equal([100m, 50m], meter.Charges);
        Assert.Equal((1.5m, 4.95m, 6.45m), (meter.OpenAi, meter.StripeFees, meter.Total));
    }
}
