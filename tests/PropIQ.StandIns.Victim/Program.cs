using Testcontainers.PostgreSql;

// Starts a container, says how to reach it, and waits to be killed; "exit" ends without disposing of anything.
var container = new PostgreSqlBuilder("postgres:15-alpine").Build();
await container.StartAsync();
Console.WriteLine(container.GetConnectionString());
if (args is not ["exit"])
{
    await Task.Delay(TimeSpan.FromMinutes(2));
}
