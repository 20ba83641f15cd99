using System.Globalization;
using System.Text.Json.Nodes;
using HubSpotStandIn.Associations;
using HubSpotStandIn.Errors;

namespace HubSpotStandIn.Objects;

// POST GET PATCH DELETE /crm/objects/2026-03/contacts[/{id}], and the same below /crm/v3/objects
internal sealed class ObjectCalls(HubSpotStore store)
{
    private const int DefaultPage = 10;
    private const int LargestPage = 100;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/{type}", CreateAsync);
        routes.MapGet("/{type}", List);
        routes.MapGet("/{type}/{id}", Get);
        routes.MapPatch("/{type}/{id}", UpdateAsync);
        routes.MapDelete("/{type}/{id}", Delete);
    }

    private async Task<IResult> CreateAsync(string type, HttpRequest request)
    {
        var kind = ObjectKind.Named(type);
        var body = await JsonInput.ReadAsync(request);
        var created = store.Create(kind, PropertyRules.Read(kind, body), AssociationRequest.ReadAll(kind, body));
        return Answer.Json(StatusCodes.Status201Created, ObjectJson.Whole(created));
    }

    private IResult Get(string type, string id, HttpRequest request)
    {
        var kind = ObjectKind.Named(type);
        var item = request.Query["archived"] == "true"
            ? store.FindArchived(kind, id) ?? throw Failures.NotFound(kind, id)
            : store.Get(kind, id, IdProperty(request));
        var json = ObjectJson.Selected(item, Names(request, "properties"));
        AddAssociations(json, item, request);
        return Answer.Json(StatusCodes.Status200OK, json);
    }

    private async Task<IResult> UpdateAsync(string type, string id, HttpRequest request)
    {
        var kind = ObjectKind.Named(type);
        var body = await JsonInput.ReadAsync(request);
        var changed = store.Update(kind, id, IdProperty(request), PropertyRules.Read(kind, body));
        return Answer.Json(StatusCodes.Status200OK, ObjectJson.Whole(changed));
    }

    private IResult Delete(string type, string id)
    {
        store.Archive(ObjectKind.Named(type), id);
        return Results.NoContent();
    }

    private IResult List(string type, HttpRequest request)
    {
        var kind = ObjectKind.Named(type);
        var limit = Number(request, "limit", DefaultPage);
        if (limit is < 1 or > LargestPage)
        {
            throw Failures.Invalid($"'limit' must be a number from 1 to {LargestPage}");
        }
        var after = Number(request, "after", otherwise: 0);
        var page = store.List(kind, request.Query["archived"] == "true")
            .Where(item => item.Id > after).Take((int)limit + 1).ToList();
        var results = new JsonArray();
        foreach (var item in page.Take((int)limit))
        {
            var json = ObjectJson.Selected(item, Names(request, "properties"));
            AddAssociations(json, item, request);
            results.Add(json);
        }
        var answer = new JsonObject { ["results"] = results };
        if (page.Count > limit)
        {
            answer["paging"] = Paging(request, page[(int)limit - 1].IdText);
        }
        return Answer.Json(StatusCodes.Status200OK, answer);
    }

    private static JsonObject Paging(HttpRequest request, string after)
    {
        var query = QueryString.Create(request.Query.Where(pair => pair.Key != "after")).Add("after", after);
        var link = $"{request.Scheme}://{request.Host}{request.Path}{query}";
        return new JsonObject { ["next"] = new JsonObject { ["after"] = after, ["link"] = link } };
    }

    // ?associations=companies adds {"associations":{"companies":{"results":[{"id":"1","type":"contact_to_company"}]}}}
    private void AddAssociations(JsonObject json, CrmObject item, HttpRequest request)
    {
        var associations = new JsonObject();
        foreach (var to in Names(request, "associations").Select(ObjectKind.Named))
        {
            var links = store.Associated(item, to);
            if (links.Count > 0)
            {
                associations[to.Plural] = new JsonObject
                {
                    ["results"] = new JsonArray([.. links.SelectMany(AssociationJson.Short)]),
                };
            }
        }
        if (associations.Count > 0)
        {
            json["associations"] = associations;
        }
    }

    private static string? IdProperty(HttpRequest request) =>
        request.Query["idProperty"].ToString() is { Length: > 0 } name ? name : null;

    private static string[] Names(HttpRequest request, string parameter) =>
    [
        .. request.Query[parameter].SelectMany(value =>
            (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];

    private static long Number(HttpRequest request, string parameter, long otherwise)
    {
        var text = request.Query[parameter].ToString();
        if (text.Length == 0)
        {
            return otherwise;
        }
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Failures.Invalid($"'{parameter}' must be a number, not '{text}'");
    }
}
