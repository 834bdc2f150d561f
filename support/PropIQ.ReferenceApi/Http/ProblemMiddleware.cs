using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Http;

/// <summary>Turns whatever goes wrong into problem details; what nobody foresaw into a 500 that tells nothing internal.</summary>
public sealed partial class ProblemMiddleware(RequestDelegate next, Database database, ILogger<ProblemMiddleware> log)
{
    /// <summary>Runs the rest of the pipeline and answers for it when it fails.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        // Answers are somebody's own: no cache between here and there has a use for them.
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await next(context);
            if (IsBareFailure(context.Response))
            {
                await ProblemWriter.WriteAsync(context, Bare(context.Response.StatusCode));
            }
        }
        catch when (database.IsClosed)
        {
            // A process that has crashed answers nobody.
            context.Abort();
        }
        catch (Refusal refusal) when (!context.Response.HasStarted)
        {
            await ProblemWriter.WriteAsync(context, refusal);
        }
        catch (Exception failure) when (context.RequestAborted.IsCancellationRequested && failure is OperationCanceledException or IOException)
        {
            // Nobody is there to be told.
            context.Abort();
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await ProblemWriter.WriteAsync(context, Bare(bad.StatusCode));
        }
        catch (Exception failure)
        {
            await AnswerForAsync(context, failure);
        }
    }

    private async Task AnswerForAsync(HttpContext context, Exception failure)
    {
        LogUnexpected(failure, context.Request.Method, context.GetEndpoint()?.DisplayName);
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        await ProblemWriter.WriteAsync(context, new Refusal(500, "internal_error", "Something went wrong on our side."));
    }

    private static bool IsBareFailure(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null };

    private static Refusal Bare(int status) => status switch
    {
        404 => new Refusal(404, "not_found", "There is nothing at this address."),
        405 => new Refusal(405, "method_not_allowed", "This address does not answer to this method."),
        413 => new Refusal(413, "payload_too_large", "The request is too large."),
        _ => new Refusal(status, "bad_request", "The request cannot be read."),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected failure in {Method} {Endpoint}")]
    private partial void LogUnexpected(Exception failure, string method, string? endpoint);
}
