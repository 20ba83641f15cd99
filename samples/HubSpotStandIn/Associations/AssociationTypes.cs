using HubSpotStandIn.Errors;
using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Associations;

internal static class AssociationTypes
{
    public const int ContactToPrimaryCompany = 1;
    public const int PrimaryCompanyToContact = 2;
    public const int ContactToCompany = 279;
    public const int CompanyToContact = 280;

    public static int Plain(ObjectKind from, ObjectKind to)
    {
        if (from == to)
        {
            throw Failures.Invalid($"There is no association from {from.Name} to {to.Name}");
        }
        return from == ObjectKind.Contact ? ContactToCompany : CompanyToContact;
    }

    public static int Primary(ObjectKind from) =>
        from == ObjectKind.Contact ? ContactToPrimaryCompany : PrimaryCompanyToContact;

    public static bool IsPrimary(int typeId) => typeId is ContactToPrimaryCompany or PrimaryCompanyToContact;

    public static bool AreFrom(ObjectKind from, int typeId) => from == ObjectKind.Contact
        ? typeId is ContactToCompany or ContactToPrimaryCompany
        : typeId is CompanyToContact or PrimaryCompanyToContact;
}
