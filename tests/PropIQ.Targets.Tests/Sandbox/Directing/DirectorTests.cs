using System.Net;
using System.Net.Http.Headers;
using FluentAssertions;
using PropIQ.Mocks.Inbox;
using PropIQ.Sandbox;
using PropIQ.Sandbox.Directing;
using Xunit;

namespace PropIQ.Targets.Tests.Sandbox.Directing;

public sealed class DirectorTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<Exception, Type> Failures() => new()
    {
        { new InvalidOperationException("Subscription 'sub_1' has ended already."), typeof(InvalidOperationException) },
        { new ArgumentException("There is no event 'evt_1'.", "eventId"), typeof(ArgumentException) },
        { new ArgumentOutOfRangeException("copies", 0, "At least one."), typeof(ArgumentOutOfRangeException) },
        { new SandboxException("PropIQ did not come up within 60 s."), typeof(SandboxException) },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_goes_wrong_there_goes_wrong_here_in_the_same_words(Exception failure, Type type)
    {
        await using var bridge = await Bridge.ToAsync((_, _) => throw failure);

        var ending = () => bridge.Remote.Stripe.EndAsync("sub_1", Stop);

        var told = (await ending.Should().ThrowAsync<Exception>()).Which;
        told.Should().BeOfType(type);
        told.Message.Should().Be(failure.Message);
    }

    [Fact]
    public async Task What_nobody_foresaw_is_told_with_its_kind()
    {
        await using var bridge = await Bridge.ToAsync((_, _) => Task.FromException(new FormatException("seven is no number")));

        var ending = () => bridge.Remote.Stripe.EndAsync("sub_1", Stop);

        (await ending.Should().ThrowAsync<SandboxException>()).WithMessage("The director failed (FormatException): seven is no number");
    }

    [Fact]
    public async Task Whoever_gives_up_here_gives_up_there()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var givenUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bridge = await Bridge.ToAsync(async (_, arguments) =>
        {
            var cancellation = (CancellationToken)arguments[^1]!;
            await using var registration = cancellation.Register(givenUp.SetResult);
            begun.SetResult();
            await givenUp.Task;
        });
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var coming = bridge.Remote.Surroundings!.ComeBackAsync(patience.Token);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60), Stop);
        await patience.CancelAsync();

        await coming.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        await givenUp.Task.WaitAsync(TimeSpan.FromSeconds(60), Stop);
    }

    [Fact]
    public async Task Many_ask_at_once_and_each_is_given_its_own()
    {
        await using var bridge = await Bridge.ToAsync((_, arguments) => Task.FromResult<IReadOnlyList<InboxMessage>>(
            [new InboxMessage("/", new Dictionary<string, string>(), (string)arguments[0]!, DateTimeOffset.UnixEpoch, 200)]));

        var asked = Enumerable.Range(0, 200).Select(number => bridge.Remote.Slack.ContainingAsync($"mark {number}", Stop));

        (await Task.WhenAll(asked)).Select(found => found.Single().Body).Should().Equal(Enumerable.Range(0, 200).Select(number => $"mark {number}"));
    }

    [Fact]
    public async Task Headers_are_found_in_any_case()
    {
        await using var bridge = await Bridge.ToAsync((_, _) => Task.FromResult<IReadOnlyList<InboxMessage>>(
            [new InboxMessage("/", new Dictionary<string, string> { ["Content-Type"] = "application/json" }, "{}", DateTimeOffset.UnixEpoch, 200)]));

        (await bridge.Remote.Email.AttemptsAsync("", Stop)).Single().Headers["content-type"].Should().Be("application/json");
    }

    [Fact]
    public async Task Where_nothing_can_be_broken_there_are_no_surroundings()
    {
        await using var bridge = await Bridge.ToAsync(new StagedDirector((_, _) => Task.CompletedTask) { Surroundings = null });

        bridge.Remote.Surroundings.Should().BeNull();
    }

    [Theory]
    [InlineData("/stripe/GetType")]
    [InlineData("/stripe/ToString")]
    [InlineData("/stripe/payasync")]
    [InlineData("/slack/PayAsync")]
    [InlineData("/stripe/PayAsync/")]
    [InlineData("/director/DisposeAsync")]
    [InlineData("/System.Console/Beep")]
    [InlineData("/stripe")]
    public async Task Nothing_but_members_of_the_interfaces_can_be_called(string path)
    {
        await using var bridge = await Bridge.ToAsync((_, _) => throw new InvalidOperationException("Nothing should be called."));
        using var http = Http(Bridge.Secret);

        var answer = await http.PostAsync(new Uri(bridge.Server.Url, path), new StringContent("[]"), Stop);

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[1, 2, 3]")]
    [InlineData("""["a@b.c", "high noon", true]""")]
    [InlineData("{}")]
    [InlineData("[")]
    [InlineData("")]
    public async Task Arguments_that_do_not_fit_are_refused_in_words(string arguments)
    {
        await using var bridge = await Bridge.ToAsync((_, _) => throw new InvalidOperationException("Nothing should be called."));
        using var http = Http(Bridge.Secret);

        var answer = await http.PostAsync(new Uri(bridge.Server.Url, "/stripe/SetClockAsync"), new StringContent(arguments), Stop);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync(Stop)).Should().Contain("\"Argument\"");
    }

    [Theory]
    [InlineData("")]
    [InlineData("open sesam")]
    [InlineData("open sesame!")]
    [InlineData("OPEN SESAME")]
    public async Task Without_the_secret_nothing_is_done_or_told(string secret)
    {
        await using var bridge = await Bridge.ToAsync((_, _) => throw new InvalidOperationException("Nothing should be called."));
        using var http = Http(secret);

        foreach (var path in new[] { "/", "/stripe/EndAsync", "/nowhere" })
        {
            var answer = await http.PostAsync(new Uri(bridge.Server.Url, path), new StringContent("""["sub_1"]"""), Stop);
            answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
            (await answer.Content.ReadAsStringAsync(Stop)).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task A_wrong_secret_is_told_without_the_secret()
    {
        await using var bridge = await Bridge.ToAsync((_, _) => Task.CompletedTask);

        var connecting = () => RemoteDirector.ConnectAsync(bridge.Server.Url, "not the secret", Stop);

        (await connecting.Should().ThrowAsync<SandboxException>())
            .WithMessage("*does not accept the secret. PROPIQ_DIRECTOR_SECRET must be the one that the sandbox wrote*")
            .Which.ToString().Should().NotContain("not the secret");
    }

    [Fact]
    public async Task A_dead_director_is_told_with_what_to_do()
    {
        var bridge = await Bridge.ToAsync((_, _) => Task.CompletedTask);
        await bridge.Server.DisposeAsync();

        var ending = () => bridge.Remote.Stripe.EndAsync("sub_1", Stop);

        (await ending.Should().ThrowAsync<SandboxException>()).WithMessage($"The director at {bridge.Server.Url} cannot be reached: *See whether the sandbox still runs*\"up\" starts one.");
        await bridge.DisposeAsync();
    }

    [Fact]
    public async Task Something_else_than_a_director_is_told()
    {
        await using var slack = await MockEndpointOfSlackAsync();

        var connecting = () => RemoteDirector.ConnectAsync(slack.Url, "secret", Stop);

        (await connecting.Should().ThrowAsync<SandboxException>()).WithMessage("What answers at * is not a director of this version: it answered 404.*");
    }

    [Fact]
    public async Task Whether_it_is_there_can_be_seen_without_the_secret()
    {
        await using var bridge = await Bridge.ToAsync((_, _) => Task.CompletedTask);
        using var http = Http("");

        (await http.GetAsync(new Uri(bridge.Server.Url, DirectorServer.HealthPath), Stop)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_blank_secret_is_none()
    {
        var starting = () => DirectorServer.StartAsync(new StagedDirector((_, _) => Task.CompletedTask), " ", null, Stop);

        await starting.Should().ThrowAsync<ArgumentException>();
    }

    private static Task<PropIQ.Mocks.Http.MockEndpoint> MockEndpointOfSlackAsync() => PropIQ.Mocks.Http.MockEndpoint.StartAsync(InboxMock.Slack(), Stop);

    private static HttpClient Http(string secret)
    {
        var http = new HttpClient();
        if (secret.Length > 0)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        }

        return http;
    }
}
