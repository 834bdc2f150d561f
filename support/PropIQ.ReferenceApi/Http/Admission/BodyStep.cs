namespace PropIQ.ReferenceApi.Http.Admission;

/// <summary>Reads the body where one is taken; malformed JSON ends here. A body too large to read cannot be known to be malformed.</summary>
public sealed class BodyStep : IAdmissionStep
{
    /// <inheritdoc />
    public async Task TakeAsync(HttpContext context, EndpointMetadataCollection terms)
    {
        var takesJson = terms.GetMetadata<TakesJsonTerm>() is not null;
        if (!takesJson && terms.GetMetadata<TakesRawBodyTerm>() is null)
        {
            return;
        }

        if (await BodyReader.ReadAsync(context.Request, context.RequestAborted) is not { } bytes)
        {
            context.Features.Set(new OversizedBody());
            return;
        }

        context.Features.Set(new RawBody(bytes));
        if (takesJson)
        {
            context.Features.Set(BodyReader.Parse(bytes)
                ?? throw new Refusal(400, "malformed_json", "The request body is not well-formed JSON."));
        }
    }
}

/// <summary>The mark of a request whose body was too large to be read.</summary>
public sealed record OversizedBody;
