using System.Text.Json.Nodes;
using HubSpotStandIn.Errors;
using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Associations;

// PUT …/contacts/1/associations/default/companies/2 and GET …/contacts/1/associations/companies
internal sealed class AssociationCalls(HubSpotStore store, TimeProvider clock)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/{from}/{fromId}/associations/default/{to}/{toId}", Associate);
        routes.MapGet("/{from}/{fromId}/associations/{to}", List);
    }

    private IResult Associate(string from, string fromId, string to, string toId)
    {
        var startedAt = HubSpotTime.Text(clock.GetUtcNow());
        var fromKind = ObjectKind.Named(from);
        var request = AssociationRequest.Default(fromKind, ObjectKind.Named(to), toId);
        var link = store.Associate(fromKind, fromId, request);
        return Answer.Json(StatusCodes.Status200OK, new JsonObject
        {
            ["status"] = "COMPLETE",
            ["results"] = new JsonArray([.. AssociationJson.Specifications(link)]),
            ["startedAt"] = startedAt,
            ["completedAt"] = HubSpotTime.Text(clock.GetUtcNow()),
        });
    }

    private IResult List(string from, string fromId, string to)
    {
        var links = store.Associated(store.Get(ObjectKind.Named(from), fromId), ObjectKind.Named(to));
        return Answer.Json(StatusCodes.Status200OK, new JsonObject
        {
            ["results"] = new JsonArray([.. links.Select(AssociationJson.Labelled)]),
        });
    }
}
