using FluentAssertions;
using PropIQ.Drivers.Analyses;
using Xunit;

namespace PropIQ.Drivers.Tests.Analyses;

public sealed class PdfObjectsTests
{
    private const string Page = "<</Type /Page>> \u00E9";
    private static readonly string Packed = PdfFile.Packed(Page);

    [Theory]
    [InlineData("<</Type /ObjStm /Filter /FlateDecode>>\nstream\n")]
    [InlineData("<</Filter/FlateDecode/Type/ObjStm>>stream\r\n")]
    [InlineData("<< /N 1 /Type  /ObjStm /First 5 /Filter [/FlateDecode] /Length 9 >>  stream\n")]
    public void What_is_packed_into_object_streams_is_unpacked(string head)
    {
        var text = $"%PDF-1.7 {head}{Packed}\nendstream";

        PdfObjects.In(text).Should().Equal(text, Page);
    }

    [Theory]
    [InlineData("<</Type /XObject /Filter /FlateDecode>>\nstream\n")]
    [InlineData("<</Type /ObjStm /Filter /LZWDecode>>\nstream\n")]
    [InlineData("<</Type /ObjStm>> <</Filter /FlateDecode>>\nstream\n")]
    [InlineData("<</Type /ObjStm /Filter /FlateDecode>>\nstream")]
    [InlineData("<</Type /ObjStm /Filter /FlateDecode>>\nendobj\n")]
    public void Other_streams_are_left_alone(string head)
    {
        var text = $"{head}{Packed}\nendstream";

        PdfObjects.In(text).Should().Equal(text);
    }

    [Fact]
    public void Each_stream_ends_where_its_end_is_or_with_the_file()
    {
        const string head = "<</Type /ObjStm /Filter /FlateDecode>>\nstream\n";
        var text = $"{head}{Packed}\nendstream {head}no stream endstream {head}{PdfFile.Packed("the last")}";

        PdfObjects.In(text).Should().Equal(text, Page, "", "the last");
    }
}
