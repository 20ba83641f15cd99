using System.Text.Json.Nodes;

namespace HubSpotStandIn.Errors;

// What HubSpot refuses: the answer's status and body travel with the exception to the gate that writes them.
internal sealed class HubSpotFailure(int status, string category, string message) : Exception(message)
{
    public int Status => status;

    public string Category => category;

    public string? SubCategory { get; init; }

    public JsonObject? Context { get; init; }

    public JsonArray? Details { get; init; }

    // Members that only some answers have.
    public JsonObject? More { get; init; }

    public JsonObject ToJson()
    {
        var body = ErrorBody.Create(Message, Category);
        if (SubCategory is not null)
        {
            body["subCategory"] = SubCategory;
        }
        if (Context is not null)
        {
            body["context"] = Context.DeepClone();
        }
        if (Details is not null)
        {
            body["errors"] = Details.DeepClone();
        }
        foreach (var (name, value) in More ?? [])
        {
            body[name] = value?.DeepClone();
        }
        return body;
    }
}
