namespace PropIQ.ReferenceApi.Hosting;

/// <summary>Something to put in order after the migrations and before the first request.</summary>
public interface IStartStep
{
    /// <summary>Puts it in order.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
