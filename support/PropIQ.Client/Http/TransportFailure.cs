using System.Globalization;
using System.Net.Sockets;

namespace PropIQ.Client.Http;

/// <summary>Why a call got no whole answer: in words for people, and as the exceptions' own messages for reports.</summary>
internal static class TransportFailure
{
    public static string InWords(Exception error, Capture capture, Uri url, TimeSpan timeout)
    {
        var status = capture.Status is { } answered ? ((int)answered).ToString(CultureInfo.InvariantCulture) : null;
        var seconds = timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        var place = url.GetLeftPart(UriPartial.Authority);
        if (error is OperationCanceledException or TimeoutException)
        {
            return status is null
                ? $"PropIQ did not answer within {seconds} s"
                : $"PropIQ began to answer with {status}, but had not finished after {seconds} s";
        }

        if (capture.TooLong)
        {
            return $"PropIQ answered {status} with a body of more than {Capture.MostBytes / (1024 * 1024)} MiB";
        }

        if (status is not null)
        {
            return $"PropIQ answered {status}, but the answer broke off after {capture.Body.Length} bytes";
        }

        return Socket(error) switch
        {
            SocketError.ConnectionRefused => $"nothing listens at {place}: the connection was refused",
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => $"the host {url.Host} is not known",
            SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown =>
                "PropIQ dropped the connection before it answered",
            SocketError.TimedOut or SocketError.HostUnreachable or SocketError.NetworkUnreachable => $"{place} cannot be reached",
            _ => (error as HttpRequestException)?.HttpRequestError switch
            {
                HttpRequestError.ResponseEnded => "PropIQ closed the connection before it answered",
                HttpRequestError.InvalidResponse => "what PropIQ sent is not HTTP",
                HttpRequestError.SecureConnectionError => $"no secure connection to {place} could be made: {Technical(error)}",
                HttpRequestError.ConfigurationLimitExceeded => "PropIQ's answer has headers of more than 64 KiB",
                _ => $"the call to {place} failed: {Technical(error)}",
            },
        };
    }

    /// <summary>The messages of an exception and its causes, outermost first.</summary>
    public static string Technical(Exception error)
    {
        var messages = new List<string>();
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
        {
            messages.Add($"{cause.GetType().Name}: {cause.Message}");
        }

        return string.Join(" / ", messages);
    }

    private static SocketError? Socket(Exception error)
    {
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket)
            {
                return socket.SocketErrorCode;
            }
        }

        return null;
    }
}
