using Polly.CircuitBreaker;
using Polly.Timeout;

namespace AvayaCloud.Spaces;

/// <summary>Turns responses, and failures to get one, into outcomes. Only the caller's own cancellation remains an exception.</summary>
internal static class OutcomeMapper
{
    public static async Task<SpacesOutcome<T>> MapAsync<T>(Func<Task<ResponseData<T>>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var response = await call();
            cancellationToken.ThrowIfCancellationRequested();
            return Map(response);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return SpacesError.InvalidResponse("The response is larger than this client accepts.");
        }
        catch (HttpRequestException failure)
        {
            return SpacesError.Unavailable(Describe(failure.HttpRequestError));
        }
        catch (Exception failure) when (
            failure is TimeoutRejectedException or TimeoutException or TaskCanceledException { InnerException: TimeoutException })
        {
            return SpacesError.Unavailable("No answer in time.");
        }
        catch (BrokenCircuitException failure)
        {
            const string Reason = "No call is made for a while, after many failures.";
            return SpacesError.Unavailable(Reason) with { RetryAfter = failure.RetryAfter, IsCircuitOpen = true };
        }
    }

    private static SpacesOutcome<T> Map<T>(ResponseData<T> response)
        where T : class
    {
        var status = (int)response.Status;
        var (cause, message) = ErrorMessage.Read(response.ErrorBody);
        return response.Status switch
        {
            _ when status is >= 200 and < 300 => response.Value is { } value
                ? new SpacesOutcome<T>.Ok(value)
                : SpacesError.InvalidResponse($"HTTP {status} without the expected JSON."),
            HttpStatusCode.Unauthorized => new SpacesError(SpacesErrorKind.SignInNeeded),
            HttpStatusCode.Forbidden => SpacesError.Forbidden(cause, message),
            HttpStatusCode.NotFound => SpacesError.NotFound,
            HttpStatusCode.TooManyRequests => new SpacesError(SpacesErrorKind.Limited, response.RetryAfter),
            _ when status is 408 or >= 500 => SpacesError.Unavailable($"HTTP {status}") with { RetryAfter = response.RetryAfter },
            _ when status is >= 400 => SpacesError.Rejected(status, message, cause),
            _ => SpacesError.InvalidResponse($"HTTP {status}, which is not followed."),
        };
    }

    private static string Describe(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "The host's name is not known.",
        HttpRequestError.ConnectionError => "No connection.",
        HttpRequestError.SecureConnectionError => "No secure connection.",
        HttpRequestError.ResponseEnded => "The response broke off.",
        _ => "The connection failed.",
    };
}
