Feature: Prices

  Whoever thinks of buying must be able to compare what each plan costs and gives, without an account and without being sold anything.

  Rule: Everybody can see what each plan costs and what it gives

    @edge:public_price_list
    Scenario: A visitor without an account
      When Will looks at the prices
      Then the prices are as promised
      And each paid plan has a price of its own at Stripe
