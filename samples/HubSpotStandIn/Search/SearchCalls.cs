using System.Globalization;
using System.Text.Json.Nodes;
using HubSpotStandIn.Errors;
using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Search;

// POST /crm/objects/2026-03/companies/search
internal sealed class SearchCalls(SearchIndex index)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/{type}/search", SearchAsync);

    private async Task<IResult> SearchAsync(string type, HttpRequest request)
    {
        var kind = ObjectKind.Named(type);
        var search = SearchRequest.Read(await JsonInput.ReadAsync(request));
        var found = search.Run(index.Visible(kind)).ToList();
        var page = found.Skip(search.After).Take(search.Limit);
        var answer = new JsonObject
        {
            ["total"] = found.Count,
            ["results"] = new JsonArray([.. page.Select(item => ObjectJson.Selected(item, search.Properties))]),
        };
        var next = search.After + search.Limit;
        if (search.Limit > 0 && next < found.Count)
        {
            var after = next.ToString(CultureInfo.InvariantCulture);
            answer["paging"] = new JsonObject { ["next"] = new JsonObject { ["after"] = after } };
        }
        return Answer.Json(StatusCodes.Status200OK, answer);
    }
}
