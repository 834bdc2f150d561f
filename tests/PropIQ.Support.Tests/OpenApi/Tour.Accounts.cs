using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Support.Tests.Api;

namespace PropIQ.Support.Tests.OpenApi;

/// <content>Accounts, sessions and what anybody may call.</content>
internal sealed partial class Tour
{
    private async Task AccountsAsync()
    {
        using var newcomer = Stranger();
        await newcomer.Client.SignUpAsync(new SignUp(newcomer.Email, Visitor.Password, "Vi", "Sitor"), Cancellation).Succeeds();
        await newcomer.Client.SignUpAsync(new SignUp(newcomer.Email, Visitor.Password), Cancellation).IsRefused(409, "user_exists");
        await newcomer.Client.SignUpAsync(new SignUp("x", "y"), Cancellation).IsRefused(422, "validation_failed");
        await newcomer.Client.SendRawAsync("POST", "/auth/signup", null, "{", Cancellation).IsRefused(400, "malformed_json");
        await newcomer.Client.SendRawAsync("POST", "/auth/signup", null, new string(' ', 1024 * 1024) + "{}", Cancellation).IsRefused(413, "payload_too_large");
        await newcomer.Client.LogInAsync(newcomer.Email, Visitor.Password, Cancellation).Succeeds();
        for (var i = 0; i < 10; i++)
        {
            await newcomer.Client.LogInAsync(newcomer.Email, "Wrong-Passw0rd", Cancellation).IsRefused(401, "invalid_credentials");
        }

        await newcomer.Client.LogInAsync(newcomer.Email, "Wrong-Passw0rd", Cancellation).IsRefused(429, "rate_limited");
        await newcomer.Client.SendRawAsync("POST", "/auth/login", null, "nonsense", Cancellation).IsRefused(400, "malformed_json");
    }

    private async Task SessionsAsync()
    {
        using var visitor = await ArriveAsync();
        await visitor.Client.GetProfileAsync(visitor.Token, Cancellation).Succeeds();
        await visitor.Client.GetProfileAsync(null, Cancellation).IsRefused(401, "unauthorized");
        var renewed = await visitor.Client.RefreshAsync(visitor.RefreshToken, Cancellation).Succeeds();
        await visitor.Client.GetProfileAsync(renewed.AccessToken, Cancellation).Succeeds();
        await visitor.Client.LogOutAsync(renewed.AccessToken, Cancellation).Succeeds(204);
        await visitor.Client.LogOutAsync(renewed.AccessToken, Cancellation).IsRefused(401, "session_expired");
        await visitor.Client.RefreshAsync(visitor.RefreshToken, Cancellation).IsRefused(401, "invalid_refresh_token");
        await visitor.Client.SendRawAsync("POST", "/auth/refresh", null, "", Cancellation).IsRefused(400, "malformed_json");
    }

    private async Task PublicAsync()
    {
        using var visitor = Stranger();
        await visitor.Client.GetPricesAsync(Cancellation).Succeeds();
        await visitor.Client.GetHomePageAsync(Cancellation).Succeeds();
        await visitor.Client.GetHealthAsync(Cancellation).Succeeds();
        await visitor.Client.GetServiceHealthAsync(Cancellation).Succeeds();
        var deal = new Deal(300_000, 20, 6.5m, 2_400, State: "CA");
        await visitor.Client.CalculateAsync(deal, Cancellation).Succeeds();
        await visitor.Client.CalculateAsync(deal with { PropertyType = "commercial", DownPaymentPercent = 100 }, Cancellation).Succeeds();
        await visitor.Client.CalculateAsync(deal with { MonthlyRent = 0, VacancyPercent = 101 }, Cancellation).IsRefused(422, "invalid_calculator_input");
        await visitor.Client.SendRawAsync("POST", "/propiq/calculator", null, "[", Cancellation).IsRefused(400, "malformed_json");
        await OverTheLimitAsync(client => client.GetPricesAsync(Cancellation));
        await OverTheLimitAsync(client => client.GetServiceHealthAsync(Cancellation));
        await OverTheLimitAsync(client => client.CalculateAsync(deal, Cancellation));
    }

    private async Task OverTheLimitAsync<T>(Func<PropIqClient, Task<Answer<T>>> call)
        where T : class
    {
        using var visitor = Stranger();
        await RateLimit.ReachAsync(() => call(visitor.Client)).IsRefused(429, "rate_limited");
    }
}
