using System.Net;
using FluentAssertions;
using PropIQ.Client;
using Xunit;

namespace PropIQ.Support.Tests.OpenApi;

/// <summary>The conformance check finds what it is there to find.</summary>
public sealed class ConformanceTests
{
    private const string Document = """
        {
          "openapi": "3.0.4", "info": { "title": "T", "version": "1" },
          "paths": {
            "/things/{id}": { "get": { "responses": {
              "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
              "204": { "description": "gone" },
              "404": { "description": "no", "content": { "application/problem+json": { "schema": { "type": "object" } } } } } } },
            "/things/best": { "get": { "responses": { "204": { "description": "none" } } } }
          },
          "components": { "schemas": {
            "Thing": { "type": "object", "required": ["id", "parts"], "additionalProperties": false, "properties": {
              "id": { "type": "string", "format": "uuid" },
              "count": { "type": "integer" },
              "note": { "type": "string", "nullable": true },
              "kind": { "type": "string", "enum": ["a", "b"] },
              "made": { "type": "string", "format": "date-time" },
              "labels": { "type": "object", "additionalProperties": { "type": "string" } },
              "free": {},
              "parts": { "type": "array", "items": { "$ref": "#/components/schemas/Part" } } } },
            "Part": { "type": "object", "required": ["price"], "properties": { "price": { "type": "number" } } } } }
        }
        """;

    private const string Id = "\"id\":\"11111111-1111-1111-1111-111111111111\"";

    private static readonly Conformance Api = Conformance.Read(Document);

    [Fact]
    public void An_answer_that_fits_has_no_complaints()
    {
        const string Body = "{" + Id + """, "count": 3, "note": null, "kind": "a", "made": "2025-01-01T00:00:00Z", "labels": {"x": "y"}, "free": [1, {}], "parts": [{"price": 1.5}]}""";

        Api.Complaints(Made("/things/1", 200, Body)).Should().BeEmpty();
        Api.Complaints(Made("/things/best", 204, "")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("/things/1", 200, "{\"parts\":[]}", "GET /things/{id} -> 200: body.id is required and missing")]
    [InlineData("/things/1", 200, "{" + Id + ",\"parts\":[{}]}", "GET /things/{id} -> 200: body.parts[0].price is required and missing")]
    [InlineData("/things/1", 200, "{" + Id + ",\"parts\":[{\"price\":\"1\"}]}", "GET /things/{id} -> 200: body.parts[0].price is string, documented as number")]
    [InlineData("/things/1", 200, "{" + Id + ",\"parts\":[{\"price\":1,\"extra\":1}]}", "GET /things/{id} -> 200: body.parts[0].extra is not documented")]
    [InlineData("/things/1", 200, "{" + Id + ",\"parts\":[],\"count\":1.5}", "GET /things/{id} -> 200: body.count is number 1.5, documented as integer")]
    [InlineData("/things/1", 200, "{" + Id + ",\"parts\":null}", "GET /things/{id} -> 200: body.parts is null, documented as array")]
    [InlineData("/things/1", 200, "{" + Id + ",\"parts\":[],\"kind\":\"c\"}", "GET /things/{id} -> 200: body.kind is \"c\", documented as one of a, b")]
    [InlineData("/things/1", 200, "{" + Id + ",\"parts\":[],\"made\":\"today\"}", "GET /things/{id} -> 200: body.made is \"today\", documented as date-time")]
    [InlineData("/things/1", 200, "{" + Id + ",\"parts\":[],\"labels\":{\"x\":1}}", "GET /things/{id} -> 200: body.labels.x is number 1, documented as string")]
    [InlineData("/things/1", 200, "{\"id\":\"x\",\"parts\":[]}", "GET /things/{id} -> 200: body.id is \"x\", documented as uuid")]
    [InlineData("/things/1", 500, "{}", "GET /things/{id} -> 500: the status is not documented (documented: 200, 204, 404)")]
    [InlineData("/things/1", 404, "{}", "GET /things/{id} -> 404: the content type is application/json, documented as application/problem+json")]
    [InlineData("/things/1", 204, "{}", "GET /things/{id} -> 204: a body is not documented, but there is one of 2 characters")]
    [InlineData("/others", 200, "{}", "GET /others: the call is not documented")]
    public void A_deviation_is_named_with_its_call_and_member(string path, int status, string body, string complaint)
    {
        Api.Complaints(Made(path, status, body)).Should().Equal(complaint);
    }

    [Fact]
    public void What_is_no_document_is_said_to_be_none()
    {
        var reading = () => Conformance.Read("{\"hello\": 1}");

        reading.Should().Throw<InvalidDataException>();
    }

    private static Exchange Made(string path, int status, string body) => new(
        "GET",
        new Uri("http://propiq.test" + path),
        [],
        null,
        (HttpStatusCode)status,
        [KeyValuePair.Create("Content-Type", "application/json; charset=utf-8")],
        body,
        DateTimeOffset.UnixEpoch,
        TimeSpan.Zero,
        null);
}
