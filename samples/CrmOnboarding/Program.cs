using Acme.Onboarding.Hosting;
using Acme.Onboarding.Options;

return await SampleCommand.RunAsync(args, OnboardingRun.RunAsync);
