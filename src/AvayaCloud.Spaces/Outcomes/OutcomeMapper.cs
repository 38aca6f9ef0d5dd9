using Polly.CircuitBreaker;
using Polly.Timeout;

namespace AvayaCloud.Spaces;

/// <summary>Turns answers and their absence into outcomes. The caller's cancellation is the only exception that passes.</summary>
internal static class OutcomeMapper
{
    public static async Task<SpacesOutcome<T>> MapAsync<T>(Func<Task<ResponseData<T>>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var answer = await call();
            cancellationToken.ThrowIfCancellationRequested();
            return Of(answer);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return new SpacesOutcome<T>.InvalidResponse("The answer is larger than this client takes in.");
        }
        catch (HttpRequestException failure)
        {
            return new SpacesOutcome<T>.Unavailable(Describe(failure.HttpRequestError));
        }
        catch (Exception failure) when (
            failure is TimeoutRejectedException or TimeoutException or TaskCanceledException { InnerException: TimeoutException })
        {
            return new SpacesOutcome<T>.Unavailable("No answer in time.");
        }
        catch (BrokenCircuitException failure)
        {
            return new SpacesOutcome<T>.Unavailable(
                "Left alone after many failures.")
            { RetryAfter = failure.RetryAfter, IsCircuitOpen = true };
        }
    }

    private static SpacesOutcome<T> Of<T>(ResponseData<T> answer)
        where T : class
    {
        var status = (int)answer.Status;
        return answer.Status switch
        {
            _ when status is >= 200 and < 300 => answer.Value is { } value
                ? new SpacesOutcome<T>.Ok(value)
                : new SpacesOutcome<T>.InvalidResponse($"HTTP {status} without the JSON that was promised."),
            HttpStatusCode.Unauthorized => new SpacesOutcome<T>.SignInNeeded(),
            HttpStatusCode.Forbidden => new SpacesOutcome<T>.Forbidden(ErrorMessage.From(answer.Refusal)),
            HttpStatusCode.NotFound => new SpacesOutcome<T>.NotFound(),
            HttpStatusCode.TooManyRequests => new SpacesOutcome<T>.Limited(answer.RetryAfter),
            _ when status is 408 or >= 500 => new SpacesOutcome<T>.Unavailable($"HTTP {status}") { RetryAfter = answer.RetryAfter },
            _ when status is >= 400 => new SpacesOutcome<T>.Rejected(status, ErrorMessage.From(answer.Refusal)),
            _ => new SpacesOutcome<T>.InvalidResponse($"HTTP {status}, which is not followed."),
        };
    }

    private static string Describe(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "The host's name is not known.",
        HttpRequestError.ConnectionError => "No connection.",
        HttpRequestError.SecureConnectionError => "No secure connection.",
        HttpRequestError.ResponseEnded => "The answer broke off.",
        _ => "The connection failed.",
    };
}
