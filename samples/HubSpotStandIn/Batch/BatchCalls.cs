using HubSpotStandIn.Associations;
using HubSpotStandIn.Errors;
using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Batch;

// POST /crm/objects/2026-03/contacts/batch/{create,read,update,upsert,archive}
internal sealed class BatchCalls(HubSpotStore store, TimeProvider clock)
{
    private const int MostInputs = 100;

    public void Map(IEndpointRouteBuilder routes)
    {
        var batch = routes.MapGroup("/{type}/batch");
        batch.MapPost("/create", CreateAsync);
        batch.MapPost("/read", ReadAsync);
        batch.MapPost("/update", UpdateAsync);
        batch.MapPost("/upsert", UpsertAsync);
        batch.MapPost("/archive", ArchiveAsync);
    }

    private async Task<IResult> CreateAsync(string type, HttpRequest request)
    {
        var kind = ObjectKind.Named(type);
        var answer = new BatchAnswer(clock);
        foreach (var input in Inputs(await JsonInput.ReadAsync(request)))
        {
            answer.Try(input, () => ObjectJson.Whole(
                store.Create(kind, PropertyRules.Read(kind, input), AssociationRequest.ReadAll(kind, input))));
        }
        return answer.ToResult(StatusCodes.Status201Created);
    }

    private async Task<IResult> ReadAsync(string type, HttpRequest request)
    {
        var kind = ObjectKind.Named(type);
        var body = await JsonInput.ReadAsync(request);
        var answer = new BatchAnswer(clock);
        foreach (var input in Inputs(body))
        {
            answer.Try(input, () => ObjectJson.Selected(
                store.Get(kind, input.RequiredText("id"), body.Text("idProperty")), body.Texts("properties")));
        }
        return answer.ToResult(StatusCodes.Status200OK);
    }

    private async Task<IResult> UpdateAsync(string type, HttpRequest request)
    {
        var kind = ObjectKind.Named(type);
        var answer = new BatchAnswer(clock);
        foreach (var input in Inputs(await JsonInput.ReadAsync(request)))
        {
            answer.Try(input, () => ObjectJson.Whole(store.Update(
                kind, input.RequiredText("id"), input.Text("idProperty"), PropertyRules.Read(kind, input))));
        }
        return answer.ToResult(StatusCodes.Status200OK);
    }

    private async Task<IResult> UpsertAsync(string type, HttpRequest request)
    {
        var kind = ObjectKind.Named(type);
        var answer = new BatchAnswer(clock);
        foreach (var input in Inputs(await JsonInput.ReadAsync(request)))
        {
            answer.Try(input, () =>
            {
                var (item, isNew) = store.Upsert(
                    kind, input.RequiredText("id"), input.Text("idProperty"), PropertyRules.Read(kind, input));
                var json = ObjectJson.Whole(item);
                json["new"] = isNew;
                return json;
            });
        }
        return answer.ToResult(StatusCodes.Status200OK);
    }

    private async Task<IResult> ArchiveAsync(string type, HttpRequest request)
    {
        var kind = ObjectKind.Named(type);
        foreach (var input in Inputs(await JsonInput.ReadAsync(request)))
        {
            store.Archive(kind, input.RequiredText("id"));
        }
        return Results.NoContent();
    }

    private static IReadOnlyList<JsonInput> Inputs(JsonInput body)
    {
        var inputs = body.RequiredObjects("inputs");
        return inputs.Count <= MostInputs
            ? inputs
            : throw Failures.Invalid($"a batch may have {MostInputs} inputs at most, not {inputs.Count}");
    }
}
