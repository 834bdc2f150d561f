namespace PropIQ.ReferenceApi.Hosting;

/// <summary>How a host logs.</summary>
public enum LogStyle
{
    /// <summary>Not at all, beyond the providers that are added to it.</summary>
    Quiet,

    /// <summary>A line a record, for people.</summary>
    Simple,

    /// <summary>A JSON object a record.</summary>
    Json,
}

/// <summary>Sets logging up.</summary>
public static class LogStyles
{
    /// <summary>Logs in this style: our own records from Information, the framework's from Warning.</summary>
    public static void Configure(this LogStyle style, ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Warning)
            .AddFilter("PropIQ", LogLevel.Information)

            // What keeps a host from starting is told once, in words, by whoever starts it.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        switch (style)
        {
            case LogStyle.Simple:
                logging.AddSimpleConsole(console =>
                {
                    console.SingleLine = true;
                    console.TimestampFormat = "HH:mm:ss.fff ";
                });
                break;
            case LogStyle.Json:
                logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
                break;
        }
    }
}
