namespace HerogiDsl.Compiler.Tests.Incremental;

/// <summary>Files that share events, a connection and an action, some of them, and a template.</summary>
internal static class ShopProject
{
    public static readonly (string Path, string Text)[] Files =
    [
        ("common.herogi", """
            namespace Shop
            event Ordered { id: string  amount: int  note: string? }
            event Paid { id: string }
            event Cancelled
            record Receipt { number: string }
            event Booked from http as Receipt
            connection Books { url "{{ config.books }}"  header "X-Key": "{{ secret.key }}" }
            action book(id: string) {
              http post Books "/receipts/{{ id }}" returns Booked { idempotent json file "receipt.json" }
            }
            """),
        ("orders.herogi", """
            namespace Shop
            scenario Orders {
              session id: string
              session total: int = 0
              start { on Ordered do { set id = event.id  set total = event.amount } -> Waiting }
              state Waiting {
                log "{{ session.total }}"
                on Paid when event.id == session.id -> Booking
                on Paid -> stay
                after 3d -> Gone
              }
              state Booking {
                run book(session.id)
                on Booked when event.ok -> Gone
                on Booked -> stay
                after 1h -> Booking
              }
              anywhere { on Cancelled -> Gone  ignore Ordered, Paid }
              end Gone
            }
            """),
        ("reminders.herogi", """
            namespace Shop.Mail
            using Shop
            event Reminded { id: string }
            scenario Reminders {
              session id: string
              start { on Ordered do { set id = event.id } -> Quiet }
              state Quiet { after 1d -> Reminding  on Paid -> Done }
              state Reminding {
                send Reminded { id: session.id }
                after 2d -> Reminding
                on Paid -> Done
              }
              end Done
            }
            """),
        ("counting.herogi", """
            namespace Shop.Counts
            scenario Counting {
              session seen: int = 0
              start { on any do { set seen = 1 } -> Counted }
              state Counted {
                log "{{ session.seen }}"
                on any do { set seen = session.seen + 1 } -> stay
                after 30d -> Over
              }
              end Over
            }
            """),
        ("alone.herogi", """
            namespace Other
            event Ping
            event Pong
            scenario Alone {
              start { on Ping -> There }
              state There { on Pong -> Over  on Ping -> stay }
              end Over
            }
            """),
    ];

    public static readonly (string Path, string Text) Template = ("receipt.json", "{ \"id\": \"{{ id }}\" }");
}
