using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HubSpotStandIn.Associations;
using HubSpotStandIn.Errors;
using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Legacy;

// The calls of v1 and v2, which answer 200 also where they create.
internal sealed class LegacyCalls(HubSpotStore store)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/companies/v2/companies", CreateCompanyAsync);
        routes.MapPost("/contacts/v1/contact", CreateContactAsync);
        routes.MapPut("/companies/v2/companies/{companyId}/contacts/{vid}", Associate);
        routes.MapPost("/contacts/v1/contact/createOrUpdate/email/{email}", CreateOrUpdateAsync);
    }

    private async Task<IResult> CreateCompanyAsync(HttpRequest request)
    {
        var values = await ReadAsync(ObjectKind.Company, "name", request);
        return Answer.Json(StatusCodes.Status200OK, LegacyJson.Company(store.Create(ObjectKind.Company, values, [])));
    }

    private async Task<IResult> CreateContactAsync(HttpRequest request)
    {
        var values = await ReadAsync(ObjectKind.Contact, "property", request);
        try
        {
            return Answer.Json(
                StatusCodes.Status200OK, LegacyJson.Contact(store.Create(ObjectKind.Contact, values, [])));
        }
        catch (HubSpotFailure failure) when (failure.Status == StatusCodes.Status409Conflict
            && values.GetValueOrDefault("email") is { } email
            && store.Find(ObjectKind.Contact, email, "email") is { } existing)
        {
            throw LegacyConflict.With(existing);
        }
    }

    private IResult Associate(string companyId, string vid)
    {
        var request = AssociationRequest.Default(ObjectKind.Company, ObjectKind.Contact, vid);
        store.Associate(ObjectKind.Company, companyId, request);
        return Answer.Json(StatusCodes.Status200OK, LegacyJson.Company(store.Get(ObjectKind.Company, companyId)));
    }

    private async Task<IResult> CreateOrUpdateAsync(string email, HttpRequest request)
    {
        var values = await ReadAsync(ObjectKind.Contact, "property", request);
        var (contact, isNew) = store.Upsert(ObjectKind.Contact, email, "email", values);
        return Answer.Json(StatusCodes.Status200OK, new JsonObject { ["vid"] = contact.Id, ["isNew"] = isNew });
    }

    // {"properties":[{"name":"domain","value":"acme.example"}]}; contacts say "property" instead of "name"
    private static async Task<ImmutableDictionary<string, string?>> ReadAsync(
        ObjectKind kind, string nameField, HttpRequest request)
    {
        var body = await JsonInput.ReadAsync(request);
        var properties = body.RequiredObjects("properties")
            .Select(property => (property.RequiredText(nameField), property.Text("value")));
        return PropertyRules.Check(kind, properties);
    }
}
