using System.Text.Json.Nodes;
using HubSpotStandIn.Errors;
using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Batch;

// {"status":"COMPLETE","results":[…],"numErrors":1,"errors":[…],"startedAt":…,"completedAt":…}
internal sealed class BatchAnswer(TimeProvider clock)
{
    private readonly DateTimeOffset startedAt = clock.GetUtcNow();
    private readonly JsonArray results = [];
    private readonly JsonArray errors = [];

    public void Try(JsonInput input, Func<JsonObject> work)
    {
        try
        {
            results.Add(work());
        }
        catch (HubSpotFailure failure)
        {
            var error = failure.ToJson();
            if (input.Text("objectWriteTraceId") is { } trace)
            {
                var context = error["context"]?.AsObject() ?? [];
                error.Remove("context");
                context["objectWriteTraceId"] = new JsonArray(trace);
                error["context"] = context;
            }
            errors.Add(error);
        }
    }

    // Where some failed the answer is 207, and says which.
    public IResult ToResult(int success)
    {
        var body = new JsonObject { ["status"] = "COMPLETE", ["results"] = results };
        if (errors.Count > 0)
        {
            body["numErrors"] = errors.Count;
            body["errors"] = errors;
        }
        body["startedAt"] = HubSpotTime.Text(startedAt);
        body["completedAt"] = HubSpotTime.Text(clock.GetUtcNow());
        return Answer.Json(errors.Count > 0 ? StatusCodes.Status207MultiStatus : success, body);
    }
}
