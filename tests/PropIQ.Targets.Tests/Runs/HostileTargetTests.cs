using System.Diagnostics;
using FluentAssertions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace PropIQ.Targets.Tests.Runs;

/// <summary>Targets that are no PropIQ at all: the run says so and ends.</summary>
public sealed class HostileTargetTests
{
    private static readonly string[] Filter = ["--filter-trait", "FeatureTitle=Prices", "FeatureTitle=Signing up", "FeatureTitle=Renewing a session"];

    [Theory]
    [InlineData(200, "<html><title>Welcome to nginx</title></html>", "an HTML page")]
    [InlineData(200, "", "an empty body")]
    [InlineData(500, "<html><title>Oops</title></html>", "500")]
    [InlineData(200, "{}", "")]
    public async Task What_it_answers_is_told_by_each_scenario(int status, string body, string told)
    {
        await using var target = await StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body, context.RequestAborted);
        });

        using var run = await SuiteRun.PlayAsync(new Dictionary<string, string> { [TargetChoice.BaseUrlVariable] = target.Urls.First() }, Filter, TestContext.Current.CancellationToken);

        run.ExitCode.Should().NotBe(0);
        run.Ended("passed").Should().BeEmpty();
        run.Ended("failed").Should().NotBeEmpty().And.OnlyContain(test => test.Message!.Contains(told) && !test.Message.Contains("NullReference"), run.Output);
    }

    [Fact]
    public async Task Silence_is_told_once_and_ends_the_run()
    {
        await using var target = await StartAsync(context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted));
        var since = Stopwatch.GetTimestamp();

        using var run = await Stand.PlayAsync($"base_url: {target.Urls.First()}\ntimeout: 2", [], Filter);

        run.Ended("failed").Should().ContainSingle().Which.Message.Should().Contain("No PropIQ answers at").And.Contain("did not answer within 2 s");
        run.Ended("passed").Should().BeEmpty();
        Stopwatch.GetElapsedTime(since).Should().BeLessThan(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_once()
    {
        using var run = await Stand.PlayAsync("base_url: http://127.0.0.1:1\nnaming: pascal", [], Filter);

        run.Ended("failed").Should().ContainSingle().Which.Message.Should().Contain("other.yaml(2,9): error: naming: \"pascal\" is none of snake, camel");
        run.Ended("skipped").Should().NotBeEmpty();
    }

    private static async Task<WebApplication> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
